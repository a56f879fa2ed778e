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
import { isolated } from '../isolated.js';
import { offsetIn, rangeIn, type Session, type Source } from '../session.js';
import { leadsTo, occurrencesOf, type Target, targetAt } from '../targets.js';
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
      isolated('going to a definition', null, log, (params: TextDocumentPositionParams) =>
        at<LocationLink[] | Location[] | null>(session, params, null, (source, { stated, at: origin }) => {
          const { uri, range } = session.location(source.root, stated.at);
          const name = session.location(source.root, stated.name?.at ?? stated.at);
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
      isolated('finding references', null, log, (params: ReferenceParams) =>
        at<Location[] | null>(session, params, null, (source, { stated }) =>
          occurrencesOf(source.plan, stated)
            .filter(({ as }) => as !== 'declaration' || params.context.includeDeclaration)
            .map(({ at: span }) => session.location(source.root, span)),
        ),
      ),
    );
    connection.onImplementation(
      isolated('going to projects', null, log, (params: TextDocumentPositionParams) =>
        at<Location[] | null>(session, params, null, (source, target) =>
          projectsWith(source, target).map(({ name }) => session.location(source.root, name.at)),
        ),
      ),
    );
    connection.onDocumentHighlight(
      isolated('highlighting', null, log, (params: TextDocumentPositionParams) =>
        at<DocumentHighlight[] | null>(session, params, null, (source, { stated }) =>
          occurrencesOf(source.plan, stated, [source.facts])
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
function projectsWith({ plan }: Source, { stated }: Target): readonly ProjectFacts[] {
  if ('kind' in stated && stated.kind === 'project') {
    return plan.all('project').filter(({ parent }) => parent !== undefined && plan.resolve(parent) === stated);
  }
  return plan.files().flatMap((facts) => {
    const refs = facts.refs.filter(
      (ref) =>
        ref.segments.at(-1)?.text === stated.name?.text && leadsTo(plan, ref, ref.segments.length - 1) === stated,
    );
    return facts.declarations.filter(
      (declaration): declaration is ProjectFacts =>
        declaration.kind === 'project' &&
        refs.some(({ at: span }) => declaration.at.start <= span.start && span.end <= declaration.at.end),
    );
  });
}
