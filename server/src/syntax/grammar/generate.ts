/** The generator's side of the grammar: `plan.langium`, read and checked by Langium, to what the syntax is made of. */
import { EmptyFileSystem, type Grammar, URI } from 'langium';
import { createLangiumGrammarServices } from 'langium/grammar';
import { readGrammar } from './read-grammar.js';
import { syntaxFiles } from './write-syntax.js';

/** File name → text. Throws with all that Langium finds wrong with the grammar. */
export async function syntaxFrom(text: string): Promise<ReadonlyMap<string, string>> {
  return syntaxFiles(readGrammar(await langiumGrammar(text)));
}

async function langiumGrammar(text: string): Promise<Grammar> {
  const { shared } = createLangiumGrammarServices(EmptyFileSystem);
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
  const document = LangiumDocumentFactory.fromString<Grammar>(text, URI.parse('file:///plan.langium'));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  const wrong = (document.diagnostics ?? []).filter(({ severity }) => severity === 1 || severity === 2);
  if (wrong.length > 0) {
    throw new Error(wrong.map(({ range, message }) => `plan.langium:${range.start.line + 1}: ${message}`).join('\n'));
  }
  return document.parseResult.value;
}
