/** The rule about escalations that do not say in which rhythm lights are judged (`policy/rhythm`). */
import type { FileFacts } from '../../model/facts.js';
import { type Found, fileRule, type Rule } from '../rule.js';

type Rhythm = { readonly periods: number };

function* rhythm(file: FileFacts): Generator<Found<Rhythm>> {
  for (const declaration of file.declarations) {
    if (declaration.kind !== 'policy') continue;
    const { escalate, stated, id } = declaration;
    if (escalate === undefined || stated.has('every')) continue;
    yield { at: escalate.at, data: { periods: escalate.value }, element: id };
  }
}

export const POLICY_RHYTHM_RULES: readonly Rule[] = [
  fileRule<Rhythm>(
    {
      code: 'policy/rhythm',
      severity: 'info',
      title: { en: 'An escalation without a rhythm', zh: '升级规则没有写明评灯周期' },
      message: {
        en: ({ periods }) =>
          `The policy does not say in which rhythm its lights are judged, so ${periods} yellows running are counted by months`,
        zh: ({ periods }) => `规则没有写明评灯周期，连续${periods}次亮黄按月计算`,
      },
      page: {
        en: `\`escalate yellow consecutive n\` counts periods, and \`every\` says which: \`every week\`, \`every month\`, \`every quarter\`.
Without it they are months. State it, so that nobody has to know that.`,
        zh: `\`升级 黄 连续 n\`数的是周期，周期由\`每\`写明：\`每 周\`、\`每 月\`、\`每 季\`。没有写的按月计算。请写明，免得各人理解不同。`,
      },
      example: {
        asOf: '2026-03-31',
        shows:
          'policy Rules {\n  light Time { red when days-late > 30d yellow when days-late > 0d }\n  escalate yellow consecutive 2\n}\n',
        clean:
          'policy Rules {\n  every month\n  light Time { red when days-late > 30d yellow when days-late > 0d }\n  escalate yellow consecutive 2\n}\n',
      },
    },
    rhythm,
  ),
];
