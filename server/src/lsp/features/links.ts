/** Links: schemes, evidence and links of projects, to addresses on the web and to files beside the plan. */
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import type { Text } from '../../model/facts.js';
import type { Bilingual } from '../../model/lang.js';
import { safeHref } from '../../report/safe-link.js';
import { safeHandler } from '../handlers.js';
import { allElements, type PlanElement } from '../plan-elements.js';
import { rangeIn, type Source } from '../session.js';
import { resolveUri } from '../uris.js';
import type { Feature } from './feature.js';

const follow: Bilingual = { en: 'Open', zh: '打开' };

export const links: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(session) {
    session.connection.onDocumentLinks(
      safeHandler<DocumentLinkParams, DocumentLink[]>(
        'looking for links',
        [],
        session.log,
        async ({ textDocument }) => {
          const source = await session.source(textDocument.uri);
          return source === undefined ? [] : linksOf(source);
        },
      ),
    );
  },
};

function linksOf(source: Source): DocumentLink[] {
  const found: DocumentLink[] = [];
  for (const element of allElements(source.facts.declarations)) {
    for (const { text, at } of pathsOf(element)) {
      const target = targetOf(text, source);
      if (target === undefined) continue;
      const range = rangeIn(source.lines, { start: at.start + 1, end: Math.max(at.start + 1, at.end - 1) });
      found.push({ range, target, tooltip: follow[source.lang] });
    }
  }
  return found;
}

/** The files that something names, besides addresses. */
export function pathsOf(element: PlanElement): readonly Text[] {
  if (!('kind' in element)) return element.evidence;
  if (element.kind === 'project') return [...(element.scheme === undefined ? [] : [element.scheme]), ...element.links];
  return 'evidence' in element ? element.evidence : [];
}

/** Where a link that is written in a file leads, as a picture of the file has it. */
export function linkTarget(source: Source, link: string): string | undefined {
  for (const element of allElements(source.facts.declarations)) {
    const found = pathsOf(element).find(({ text }) => safeHref(text) === link);
    if (found !== undefined) return targetOf(found.text, source);
  }
  return undefined;
}

/** Only what opens a page, a mail or a file below the plan root: nothing that runs, and nothing that leads out of it. */
function targetOf(text: string, { root, file }: Source): string | undefined {
  const href = safeHref(text);
  if (href === undefined) return undefined;
  if (/^(?:https?|mailto):/i.test(href)) return href;
  if (root.isLoose && !root.base.includes('/')) return undefined;
  const target = resolveUri(root.uriOf(file), text.trim());
  return target !== undefined && root.reaches(target) ? target : undefined;
}
