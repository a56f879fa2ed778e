/** Lights in words: their reasons, and how many there are of each. */
import { LIGHTS } from '../../analysis/expressions/fixed-words.js';
import type { JudgedLight, ProjectLight } from '../../analysis/lights/judge.js';
import type { Bilingual } from '../../model/lang.js';
import { joined, light } from '../compose.js';
import type { Inlines, Light } from '../document.js';
import type { Formatter } from './formatter.js';

const words = {
  completed: { en: 'completed', zh: '已竣工' },
  cancelled: { en: 'cancelled', zh: '已终止' },
  'out-of-pool': { en: 'not in the pool', zh: '不在库' },
  reserve: { en: 'in reserve', zh: '储备' },
  'figure-missing': { en: 'nothing to judge by', zh: '无判定依据' },
  'partly-read': { en: 'part of the text cannot be read', zh: '部分内容无法识别' },
  'name-shared': { en: 'another project has the same name', zh: '另有同名项目' },
  'policy-unsure': { en: 'the policy to judge it by is not certain', zh: '评判规则无法确定' },
  missing: { en: '{name} (not known: {figures})', zh: '{name}（缺{figures}）' },
  escalated: { en: '{name} (repeated yellow)', zh: '{name}（连续亮黄升级）' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/**
 * Which of the policy's lights make the project's light what it is: `工期`, `工期、投资`; else why it is not judged:
 * `投资（缺完成投资）`.
 */
export function sayReasons(format: Formatter, { light: colour, reason, lights }: ProjectLight): string {
  const lacking = lackingFigures({ reason, lights });
  if (lacking.length > 0) {
    return format.list(
      lacking.map(({ rule, missing }) =>
        format.say(words.missing, {
          name: rule.title[format.lang],
          figures: format.list(missing.map(({ title }) => title[format.lang])),
        }),
      ),
    );
  }
  if (reason !== 'judged') return format.say(words[reason]);
  if (colour === 'green') return '';
  return format.list(
    lights
      .filter((judged) => judged.light === colour)
      .map(({ rule, escalatedBy }) =>
        escalatedBy === undefined
          ? rule.title[format.lang]
          : format.say(words.escalated, { name: rule.title[format.lang] }),
      ),
  );
}

/** Whether the reasons of a light name figures that are not known, and not something else for which nobody can judge. */
export function namesFigures(judged: ProjectLight): boolean {
  return lackingFigures(judged).length > 0;
}

function lackingFigures({ reason, lights }: Pick<ProjectLight, 'reason' | 'lights'>): readonly JudgedLight[] {
  return reason === 'figure-missing' ? lights.filter(({ missing }) => missing.length > 0) : [];
}

/** How many projects have each light, worst first: ◆ 3  ▲ 2  ● 10. */
export function sayLights(counts: ReadonlyMap<Light, number>): Inlines {
  return joined(
    LIGHTS.flatMap((colour) => {
      const n = counts.get(colour);
      return n === undefined ? [] : [light(colour, String(n))];
    }),
    ' ',
  );
}
