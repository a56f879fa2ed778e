/** The rule about weights that do not make up the whole (`progress/weights`). */
import type { ItemFacts, PercentFact, ProjectFacts } from '../../model/facts.js';
import { add, cmp, HUNDRED, type Rational, ZERO } from '../../model/rational.js';
import { percentFigure, quoted } from '../message-values.js';
import { type Found, projectRule, type Rule } from '../rule.js';

/** Percents. `within`: the summary whose weight is shared out, absent for the project. */
type Weights = { readonly sum: string; readonly whole: string; readonly over: boolean; readonly within?: string };

/** The items that share a whole: those of a summary without a weight of its own share with its neighbours. */
function sharing(items: readonly ItemFacts[]): readonly ItemFacts[] {
  return items.flatMap((item) => (item.items.length > 0 && item.weight === undefined ? sharing(item.items) : [item]));
}

function* weights(project: ProjectFacts): Generator<Found<Weights>> {
  yield* sharesOf(project.items, HUNDRED, project);
}

function* sharesOf(
  items: readonly ItemFacts[],
  whole: Rational,
  holder: ProjectFacts | ItemFacts,
): Generator<Found<Weights>> {
  const shares = sharing(items);
  const stated = shares.flatMap(({ weight }) => weight ?? []);
  const sum = stated.reduce<Rational>((total, { value }: PercentFact) => add(total, value), ZERO);
  const over = cmp(sum, whole) > 0;
  // One that cannot be read may be what is missing.
  const all = stated.length > 0 && shares.every((item) => item.weight !== undefined);
  if (over || (all && cmp(sum, whole) < 0)) {
    yield {
      at: holder.name.at,
      data: {
        sum: percentFigure(sum),
        whole: percentFigure(whole),
        over,
        ...(holder.kind === 'project' ? {} : { within: holder.title?.text ?? holder.name.text }),
      },
      element: holder.id,
      related: stated.map(({ at }) => ({ at, message: { en: 'Counted here', zh: '计入此处' } })),
    };
  }
  for (const item of shares) {
    if (item.weight !== undefined && item.items.length > 0) yield* sharesOf(item.items, item.weight.value, item);
  }
}

export const PROGRESS_WEIGHTS_RULES: readonly Rule[] = [
  projectRule<Weights>(
    {
      code: 'progress/weights',
      severity: 'warning',
      absence: 'statement',
      judgedBy: ['status-date'],
      title: { en: 'Weights that do not make up the whole', zh: '权重合计不符' },
      message: {
        en: ({ sum, whole, over, within }) =>
          `The weights ${within === undefined ? 'of its items' : `within ${quoted(within, 'en')}`} add up to ${sum}%, ${over ? 'more' : 'less'} than ${whole}%${over ? '' : ', although every item has one'}`,
        zh: ({ sum, whole, over, within }) =>
          `${within === undefined ? '各事项' : `${quoted(within, 'zh')}之下各事项`}的权重合计${sum}%，${over ? '超过' : '每项都有权重而不足'}${whole}%`,
      },
      page: {
        en: `A weight is an item's share in the physical progress of the project. Together they must not be more than 100 %; where
every item has one, they must be 100 %. Items without a weight share what the stated ones leave, by their planned
length. Of a task with parts that has a weight itself, the parts share that weight.

As long as the weights do not make up the whole, they count in relation to one another, and the progress is another than
the one that was meant.`,
        zh: `权重是事项在项目形象进度中所占的比重，合计不得超过100%；每一项都写了权重的，合计应为100%。没有写权重的事项按计划
工期分摊余下的部分。任务自身写了权重、其下又有事项的，由其下各项分摊该权重。

合计不符时，各权重按相互比例计算，得出的进度与原意不同。`,
      },
      example: {
        asOf: '2026-03-31',
        shows: 'project P1 {\n  task Foundation {\n    weight 40%\n  }\n  task Frame {\n    weight 70%\n  }\n}\n',
        clean: 'project P1 {\n  task Foundation {\n    weight 40%\n  }\n  task Frame {\n    weight 60%\n  }\n}\n',
      },
    },
    weights,
  ),
];
