/**
 * The files of a starter plan. Dates count from the day it is made, so that it stays clean for a while; deadlines are
 * months and work is in calendar days, so that no day off and no holiday that is not known yet gets in the way.
 */
import { addDays, addMonths, civil, type Day, formatDay } from '../model/day.js';
import type { Lang } from '../model/lang.js';

export function starterPlan(lang: Lang, day: Day): ReadonlyMap<string, string> {
  const plan = lang === 'zh' ? chinese(day) : english(day);
  return new Map([
    ['planwright.json', `${JSON.stringify({ language: lang }, null, 2)}\n`],
    [lang === 'zh' ? '项目库.plan' : 'portfolio.plan', plan],
  ]);
}

function dates(day: Day) {
  const { year } = civil(day);
  return {
    year,
    begun: formatDay(addDays(day, -20)),
    land: civil(addMonths(day, 2)),
    finish: civil(addMonths(day, 14)),
    report: formatDay(addDays(day, -1)),
  };
}

function chinese(day: Day): string {
  const { year, begun, land, finish, report } = dates(day);
  return `// 这是一份起步计划：把名称、人员、日期和金额换成您自己的内容即可。
// 写“planwright check”检查，在 VS Code 中打开预览可以边写边看。人员和金额均为示例。

项目库 重点项目 {
  年度 ${year}
}

单位 交通局 "市交通运输局"
人员 张三 { 单位 交通局 职务 "副市长" }
人员 李四 { 单位 交通局 职务 "工程科科长" }
类别 基础设施

/** 文档注释会在悬停时显示。 */
项目 P001 "示例：环城路改造" {
  类别 基础设施
  责任领导 张三
  责任单位 交通局
  责任人 李四
  阶段 在建 于 ${begun}
  实际开工 ${begun}
  建设期限 ${begun} 至 ${finish.year}年

  投资 1.2亿元 {
    来源 财政 8000万元
    来源 自筹 4000万元
    年度 ${year} 3000万元
  }

  任务 征地 "征地拆迁" 期限 ${land.year}年${land.month}月底前 {
    实际开始 ${begun}
    工期 60天
    进度 50%
  }
  节点 通车 "建成通车" 期限 ${finish.year}年${finish.month}月底前 {
    前置 征地
  }

  进展 ${report} {
    完成投资 500万元
    进度 8%
    质量 正常
    安全 正常
    廉政 正常
    情况 "征地进行过半。"
    报送人 李四
  }
}
`;
}

function month({ year, month: number }: { readonly year: number; readonly month: number }): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

function english(day: Day): string {
  const { year, begun, land, finish, report } = dates(day);
  return `// A starter plan: put your own names, people, dates and amounts in.
// 'planwright check' checks it; in VS Code the preview shows it while you write. People and amounts are examples.

portfolio key-projects {
  year ${year}
}

org transport "Transport Bureau"
person Zhang { org transport title "Deputy mayor" }
person Li { org transport title "Head of engineering" }
category infrastructure

/** A documentation comment shows when you hover. */
project P001 "Example: ring road" {
  category infrastructure
  leader Zhang
  unit transport
  owner Li
  stage construction on ${begun}
  actual-start ${begun}
  period ${begun} .. ${finish.year}

  investment 120M {
    source budget 80M
    source own 40M
    year ${year} 30M
  }

  task land "Land acquisition" due ${month(land)} {
    started ${begun}
    duration 60d
    progress 50%
  }
  milestone open "Open to traffic" due ${month(finish)} {
    after land
  }

  report ${report} {
    invested 5M
    progress 8%
    quality normal
    safety normal
    integrity normal
    text "Half of the land is acquired."
    reporter Li
  }
}
`;
}
