/** The text of a starter plan as a snippet, in both vocabularies. */
import type { ProtocolLang } from '../../../server/src/lsp/protocol.js';

/** Months written `2026-03`, for the places of a starter plan: they are there to be overwritten, and should not be late at once. */
export interface StarterMonths {
  readonly now: string;
  readonly permit: string;
  readonly finish: string;
}

/** Calendar months from `today` on, by local time. */
export function starterMonths(today: Date): StarterMonths {
  const month = (ahead: number): string => {
    const { year, index } = { year: today.getFullYear(), index: today.getMonth() + ahead };
    return `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  };
  return { now: month(0), permit: month(3), finish: month(15) };
}

/** A whole small plan as a snippet: what is to be filled in is one Tab apart. */
export function starterPlan(lang: ProtocolLang, months: StarterMonths): string {
  return lang === 'zh' ? chinese(months) : english(months);
}

function english({ now, permit, finish }: StarterMonths): string {
  return `portfolio \${1:harbour} "\${2:Harbour renewal}" {
  year ${now.slice(0, 4)}
  reports every 1w
}

org \${3:works} "\${4:City works department}"
person \${5:Chen} { org \${3:works}  title "\${6:Head of department}" }
person \${7:Li} { org \${3:works}  title "\${8:Project manager}" }

project \${9:P001} "\${10:Ferry terminal}" {
  stage preparation
  period ${now} .. \${11:${finish}}
  leader \${5:Chen}
  unit \${3:works}
  owner \${7:Li}
  investment \${12:120M}

  milestone permit "\${13:Building permit granted}" due \${14:${permit}}
  task works "\${15:Construction}" {
    after permit
    duration \${16:6mo}
  }
  milestone handover "\${17:Handed over}" due \${11:${finish}} { after works }
}
$0`;
}

function chinese({ now, permit, finish }: StarterMonths): string {
  return `项目库 \${1:新区} "\${2:新区重点项目}" {
  年度 ${now.slice(0, 4)}年
  报告 每 1周
}

单位 \${3:建设局} "\${4:新区建设局}"
人员 \${5:张三} { 单位 \${3:建设局}  职务 "\${6:分管领导}" }
人员 \${7:李四} { 单位 \${3:建设局}  职务 "\${8:项目负责人}" }

项目 \${9:P001} "\${10:滨河大道}" {
  阶段 前期
  建设期限 ${now} 至 \${11:${finish}}
  责任领导 \${5:张三}
  责任单位 \${3:建设局}
  责任人 \${7:李四}
  投资 \${12:1.2亿元}

  节点 施工许可 "\${13:取得施工许可}" 期限 \${14:${permit}}
  任务 施工 "\${15:主体施工}" {
    前置 施工许可
    工期 \${16:6个月}
  }
  节点 交付 "\${17:竣工验收}" 期限 \${11:${finish}} { 前置 施工 }
}
$0`;
}
