/** From a name to where it is declared, to where it is used, and to the projects that it plays a part in. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type ReferenceParams,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { ProjectFacts } from '../../model/facts.js';
import { safeHandler } from '../handlers.js';
import { occurrencesOf, resolveSegment, type Target, targetAt } from '../occurrences.js';
import { offsetIn, rangeIn, type Session, type Source } from '../session.js';
import type { Feature } from './feature.js';

async function at<R>(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
  empty: R,
  answer: (source: Source, target: Target) => R,
): Promise<R> {
  const source = await session.source(textDocument.uri);
  const target = source && targetAt(source.facts, source.plan, offsetIn(source, position));
  return source === undefined || target === undefined ? empty : answer(source, target);
}

export const navigation: Feature = {
  capabilities: {
    definitionProvider: true,
    referencesProvider: true,
    implementationProvider: true,
    documentHighlightProvider: true,
  },
  register(session) {
    const { connection, log } = session;
    connection.onDefinition(
      safeHandler('going to a definition', null, log, (params: TextDocumentPositionParams) =>
        at<LocationLink[] | Location[] | null>(session, params, null, (source, { element, at: origin }) => {
          const { uri, range } = session.location(source.root, element.at);
          const name = session.location(source.root, element.name?.at ?? element.at);
          if (session.client.textDocument?.definition?.linkSupport !== true) return [name];
          return [
            {
              originSelectionRange: rangeIn(source.lines, origin),
              targetUri: uri,
              targetRange: range,
              targetSelectionRange: name.range,
            },
          ];
        }),
      ),
    );
    connection.onReferences(
      safeHandler('finding references', null, log, (params: ReferenceParams) =>
        at<Location[] | null>(session, params, null, (source, { element }) =>
          occurrencesOf(source.plan, element)
            .filter(({ as }) => as !== 'declaration' || params.context.includeDeclaration)
            .map(({ at: span }) => session.location(source.root, span)),
        ),
      ),
    );
    connection.onImplementation(
      safeHandler('going to projects', null, log, (params: TextDocumentPositionParams) =>
        at<Location[] | null>(session, params, null, (source, target) =>
          projectsWith(source, target).map(({ name }) => session.location(source.root, name.at)),
        ),
      ),
    );
    connection.onDocumentHighlight(
      safeHandler('highlighting', null, log, (params: TextDocumentPositionParams) =>
        at<DocumentHighlight[] | null>(session, params, null, (source, { element }) =>
          occurrencesOf(source.plan, element, [source.facts])
            .filter(({ at: span }) => span.file === source.file)
            .map(({ at: span, as }) => ({
              range: rangeIn(source.lines, span),
              kind: as === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
            })),
        ),
      ),
    );
  },
};

/** The projects that refer to something: those that a person answers for, that lie in an area, that are part of another. */
function projectsWith({ plan }: Source, { element }: Target): readonly ProjectFacts[] {
  if ('kind' in element && element.kind === 'project') {
    return plan.all('project').filter(({ parent }) => parent !== undefined && plan.resolve(parent) === element);
  }
  return plan.files().flatMap((facts) => {
    const refs = facts.refs.filter(
      (ref) =>
        ref.segments.at(-1)?.text === element.name?.text &&
        resolveSegment(plan, ref, ref.segments.length - 1) === element,
    );
    return facts.declarations.filter(
      (declaration): declaration is ProjectFacts =>
        declaration.kind === 'project' &&
        refs.some(({ at: span }) => declaration.at.start <= span.start && span.end <= declaration.at.end),
    );
  });
}
