/** Every figure of a summary leads back to the plan: what is a number on screen can be clicked. */
import { describe, expect, it } from 'vitest';
import { originsOf } from '../server/src/lsp/origins.js';
import type { Lang } from '../server/src/model/lang.js';
import { atOnce } from '../server/src/model/steps.js';
import { renderFragment } from '../server/src/report/render/html.js';
import { SUMMARIES } from '../server/src/report/summaries/index.js';
import { exampleAnalysis } from './example-analysis.js';
import { figuresWithoutOrigin } from './figures-in-html.js';

describe.each<[string, Lang, string]>([
  ['longyan-2009', 'zh', '县区通报'],
  ['shanghai', 'zh', '在建清单'],
  ['westmere', 'en', 'capital-report'],
  ['harbour', 'en', 'open-works'],
])('%s', (folder, lang, view) => {
  const analysis = exampleAnalysis(folder);
  it.each([...SUMMARIES.keys()])('every figure of its %s leads to a line of the plan', (kind) => {
    const report = SUMMARIES.get(kind)?.build(analysis, { lang, ...(kind === 'view' ? { name: view } : {}) });
    if (report === undefined) throw new Error(`no ${kind}`);
    expect(renderFragment(report, true).flatMap(({ key, html }) => figuresWithoutOrigin(key, html))).toEqual([]);
  });
});

describe('the cursor in the text', () => {
  it('is not led to a sum that only leads to where it stands: what is shown is the project in its row', () => {
    const analysis = exampleAnalysis('harbour');
    const report = SUMMARIES.get('investment')?.build(analysis, { lang: 'en' });
    const places = atOnce(originsOf(report?.blocks ?? []));
    const portfolio = analysis.plan.portfolio?.id ?? '';
    const project = analysis.plan.all('project').find(({ id }) => places.get(id)?.isShown === true);

    expect(places.get(portfolio)).toEqual({ spans: [analysis.plan.portfolio?.at], isShown: false });
    expect(project).toBeDefined();
  });
});
