/** What if an item slips: what would become late, shown before anything is written. */

import { poolAt } from '../../analysis/pool.js';
import type { ScheduledItem } from '../../analysis/schedule/scheduled-item.js';
import { findItem } from '../../analysis/what-if/find-item.js';
import { readSlip } from '../../analysis/what-if/slip.js';
import { whatIf } from '../../analysis/what-if/what-if.js';
import type { Bilingual } from '../../model/lang.js';
import { renderFragment } from '../../report/render/html.js';
import { whatIfReport } from '../../report/what-if/what-if-report.js';
import { titleOf } from '../../report/wording/formatter.js';
import { onOwnRequest } from '../handlers.js';
import { elementById, elementsAt, isItem } from '../plan-elements.js';
import { placeOf, slippingItems, whatIfItem } from '../protocol.js';
import type { Root } from '../root.js';
import { offsetIn } from '../session.js';
import { placeMeant } from '../token-lookup.js';
import type { Feature } from './feature.js';
import { isRefusal } from './picture-edits/change-context.js';
import { slipStated } from './picture-edits/moved-dates.js';
import { contextOf, isTwice, TWICE } from './picture-edits/picture-edits.js';

export const whatIfs: Feature = {
  capabilities: {},
  register(session) {
    const { connection, log, roots } = session;
    onOwnRequest(connection, log, whatIfItem, async ({ uri, id, slip, lang }) => {
      const refused = ({ [lang]: problem }: Bilingual) => ({ type: 'refused' as const, problem });
      const root = await roots.rootOf(uri);
      const item = root && itemWith(root, id);
      if (root === undefined || item === undefined) return refused(GONE);
      // The first of them would be answered for, whichever was picked.
      if (isTwice(item, root)) return refused(TWICE);
      const read = readSlip(slip);
      if ('problem' in read) return refused(read.problem);
      const answer = whatIf(root.plan.analysis, item, read);
      if ('refused' in answer) return refused(answer.refused);
      const report = whatIfReport(answer, lang);
      const scheduled = root.plan.analysis.schedule.item(item);
      const context = contextOf(item, root, session);
      const edit = scheduled ? slipStated(scheduled, answer.assumption, read, context) : { problem: GONE };
      return {
        type: 'answer' as const,
        title: report.title,
        blocks: renderFragment(report).flatMap(({ key, html }) => (key === 'title' ? [] : [{ key, html }])),
        problem: isRefusal(edit) ? edit.problem[lang] : null,
        written: answer.assumption.member === 'none' && !isRefusal(edit) ? writtenOf(scheduled)[lang] : null,
      };
    });
    onOwnRequest(connection, log, slippingItems, async ({ uri, position }) => {
      const root = await roots.rootOf(uri);
      if (root === undefined) return [];
      const { analysis } = root.plan;
      const source = position === undefined ? undefined : await session.source(uri);
      const offset = source && position && placeMeant(source.parsed, offsetIn(source, position));
      const here = source && offset !== undefined ? elementsAt(source.facts, offset).findLast(isItem) : undefined;
      return poolAt(analysis.plan, analysis.status).flatMap((project) =>
        analysis.schedule.of(project).flatMap(({ item, open, isSummary, finish }) => {
          // What cannot slip is not offered; where the cursor is, the reason is said.
          const offered = open && !isSummary && finish !== undefined;
          if (!offered && item !== here) return [];
          return [{ id: item.id, name: titleOf(item), project: titleOf(project), here: item === here }];
        }),
      );
    });
    onOwnRequest(connection, log, placeOf, async ({ uri, id }) => {
      const root = await roots.rootOf(uri);
      const element = root && elementById(root.plan.plan, id);
      return root === undefined || element === undefined
        ? null
        : session.location(root, element.name?.at ?? element.at);
    });
  },
};

/** How a milestone says that it is reached on another day: it has no word of its own for that. */
function writtenOf(milestone: ScheduledItem | undefined): Bilingual {
  return milestone?.predecessors.length === 0
    ? {
        en: 'A milestone takes no time: its deadline is moved, on the record.',
        zh: '节点没有工期：将调整它的期限，并记录这次调整。',
      }
    : {
        en: 'A milestone takes no time: the time between it and what it waits for becomes longer.',
        zh: '节点没有工期：将加长它与前置事项之间的间隔。',
      };
}

const GONE: Bilingual = { en: 'The plan does not have this item any more', zh: '计划中已没有此项' };

function itemWith({ plan: { plan } }: Root, id: string) {
  const found = findItem(plan, id);
  return found.type === 'found' && found.item.id === id ? found.item : undefined;
}
