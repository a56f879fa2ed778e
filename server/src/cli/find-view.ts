/** The option `--view`: a view that the plan declares. */
import type { Analysis } from '../analysis/analysis.js';
import { nearest } from '../analysis/similar-names.js';
import type { ViewFacts } from '../model/facts.js';
import { UsageError } from './context.js';

/** A view that the plan declares; where there is none of that name, the caller is told which there are. */
export function findView(name: string, { plan }: Analysis): ViewFacts {
  const view = plan.find('view', name);
  if (view !== undefined) return view;
  const names = plan.all('view').map((each) => each.name.text);
  const close = nearest(name, names);
  const [en, zh] =
    close !== undefined
      ? [`; did you mean '${close}'?`, `，是否指“${close}”？`]
      : names.length > 0
        ? [`; it has: ${names.join(', ')}`, `，已有：${names.join('、')}`]
        : ['', ''];
  throw new UsageError({ en: `The plan has no view '${name}'${en}`, zh: `计划中没有视图“${name}”${zh}` });
}
