/** What a function of expressions takes, while its brackets are being filled. */
import type { SignatureHelp, SignatureHelpParams, SignatureInformation } from 'vscode-languageserver';
import { describeCalledField, describeFunction } from '../../analysis/expressions/editor-support.js';
import { safeHandler } from '../handlers.js';
import { offsetIn, type Source } from '../session.js';
import type { Feature } from './feature.js';

export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ['(', '（', ',', '，'] } },
  register(session) {
    session.connection.onSignatureHelp(
      safeHandler<SignatureHelpParams, SignatureHelp | null>(
        'describing a function',
        null,
        session.log,
        async ({ textDocument, position }) => {
          const source = await session.source(textDocument.uri);
          return source === undefined ? null : helpAt(source, offsetIn(source, position));
        },
      ),
    );
  },
};

function helpAt({ parsed: { tokens }, lang }: Source, offset: number): SignatureHelp | null {
  const before = tokens.filter(({ startOffset, image }) => startOffset + image.length <= offset);
  let depth = 0;
  let commas = 0;
  for (let index = before.length - 1; index > 0; index--) {
    const image = before[index]?.image ?? '';
    if (/^[{}｛｝]$/.test(image)) return null;
    if (/^[)）]$/.test(image)) depth++;
    else if (/^[,，]$/.test(image) && depth === 0) commas++;
    else if (/^[(（]$/.test(image) && depth-- === 0) {
      const name = before[index - 1]?.image ?? '';
      const about = describeFunction(name) ?? describeCalledField(name);
      if (about === undefined) return null;
      // Each way to call it is a signature of its own.
      const signatures = about.usage[lang].split(/ or | 或 /).map((label) => signatureOf(label, about.about[lang]));
      const takes = signatures.findIndex(({ parameters = [] }) => parameters.length > commas);
      const activeSignature = takes === -1 ? signatures.length - 1 : takes;
      return { signatures, activeSignature, activeParameter: commas };
    }
  }
  return null;
}

function signatureOf(label: string, documentation: string): SignatureInformation {
  const start = label.indexOf('(') + 1;
  const inside = label.slice(start, label.lastIndexOf(')'));
  let at = start;
  const parameters = (inside === '' ? [] : inside.split(', ')).map((name) => {
    const from = at;
    at += name.length + 2;
    return { label: [from, from + name.length] as [number, number] };
  });
  return { label, documentation, parameters };
}
