/** Hover: what stands under the pointer, and what it amounts to as of the status date. */

import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { type Keyword, spellingIn } from '../../../../../grammar/keywords.js';
import { meaningAt } from '../../../../../grammar/meanings.js';
import { memberIn } from '../../../../../grammar/members.js';
import { valueWords } from '../../../../../grammar/value-words.js';
import { languageAddress } from '../../../analysis/documentation.js';
import { describeField, describeFunction, useAt } from '../../../analysis/expressions/editor-support.js';
import { expressionsOf } from '../../../analysis/expressions/expressions-in-file.js';
import { type Choices, spellWord } from '../../../analysis/expressions/fixed-words.js';
import { type OwnFields, ownFields } from '../../../analysis/expressions/own-fields.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Bilingual, Lang } from '../../../model/lang.js';
import { touches } from '../../../model/span.js';
import { escapeMarkdown } from '../../../report/render/escape-markdown.js';
import { Formatter } from '../../../report/wording/formatter.js';
import { standingAt } from '../../../syntax/standing.js';
import { fieldNamesIn } from '../../declaration-expressions.js';
import { hoverFor } from '../../for-client.js';
import { safeHandler } from '../../handlers.js';
import { targetAt } from '../../occurrences.js';
import { elementsAt, isItem } from '../../plan-elements.js';
import { offsetIn, rangeIn, type Source } from '../../session.js';
import { endOf, keywordAt, tokenAt } from '../../token-lookup.js';
import type { Feature } from '../feature.js';
import { declarationHover } from './declaration-hover.js';
import { HoverBuilder } from './hover-builder.js';
import { itemHover } from './item-hover.js';
import { projectHover } from './project-hover.js';
import { dateHover, durationHover, moneyHover } from './value-hover.js';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(
      safeHandler<HoverParams, Hover | null>('hovering', null, session.log, async ({ textDocument, position }) => {
        const source = await session.sourceSoon(textDocument.uri);
        const found = source === undefined ? null : hoverAt(source, offsetIn(source, position));
        return hoverFor(session.client, found);
      }),
    );
  },
};

function hoverAt(source: Source, offset: number): Hover | null {
  const { facts, plan, root, lang, lines } = source;
  const { analysis } = root.plan;
  const format = new Formatter(analysis, lang);
  const say = (card: HoverBuilder, span: { readonly start: number; readonly end: number }): Hover => ({
    contents: { kind: MarkupKind.Markdown, value: card.toString() },
    range: rangeIn(lines, span),
  });
  const target = targetAt(facts, plan, offset);
  if (target !== undefined) {
    const { element, at } = target;
    if (!source.whole) return say(reading(lang), at);
    if ('kind' in element && element.kind === 'project') return say(projectHover(element, analysis, format), at);
    if (isItem(element)) return say(itemHover(element, analysis, format), at);
    return say(declarationHover(element, analysis, format), at);
  }
  const inCondition = conditionAt(source, offset);
  if (inCondition !== undefined) return say(inCondition.card, inCondition.at);
  const token = tokenAt(source.parsed, offset);
  if (token === undefined) return null;
  const span = { start: token.startOffset, end: endOf(token) };
  const keyword = keywordAt(token, source.parsed);
  if (keyword !== undefined) {
    const card = keywordCard(keyword, token.startOffset, source);
    return card === undefined ? null : say(card, span);
  }
  if (!source.whole) return READ_ELSEWHERE.has(token.tokenType.name) ? say(reading(lang), span) : null;
  const project = projectAt(source, offset);
  const card = valueCard(token.tokenType.name, token.image, project, source, format);
  return card === undefined ? null : say(card, span);
}

/** What tokens say depends on names, calendars and the currency, wherever these are stated. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set(['NAME', 'WORD', 'DATE', 'DURATION', 'MONEY']);

/** A figure, date or light that other files have a say in would be a wrong one. */
function reading(lang: Lang): HoverBuilder {
  return new HoverBuilder(lang).text(words.reading[lang]);
}

function valueCard(
  kind: string,
  image: string,
  project: ProjectFacts | undefined,
  { root }: Source,
  format: Formatter,
): HoverBuilder | undefined {
  const { analysis } = root.plan;
  if (kind === 'DATE') return dateHover(image, project, analysis, format);
  if (kind === 'DURATION') return durationHover(image, project, analysis, format);
  if (kind === 'MONEY') return moneyHover(image, format);
  return undefined;
}

function projectAt({ facts }: Source, offset: number): ProjectFacts | undefined {
  const [declaration] = elementsAt(facts, offset);
  return declaration !== undefined && 'kind' in declaration && declaration.kind === 'project' ? declaration : undefined;
}

const words = {
  value: { en: 'Value', zh: '值' },
  reading: {
    en: 'The plan files are still being read; what it amounts to follows.',
    zh: '正在读取计划文件，读完后显示。',
  },
  reference: { en: 'Language reference', zh: '语言参考' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What it means where it stands, an example in the file's vocabulary, and both spellings. */
function keywordCard(keyword: Keyword, start: number, { lang, vocabulary, parsed }: Source): HoverBuilder | undefined {
  const standing = standingAt(parsed.value, start);
  const meaning = meaningAt(keyword, standing);
  if (meaning === undefined) return undefined;
  const within = standing.as === 'word' ? standing.behind?.member : undefined;
  const [en, zh] = [spellingIn(within, keyword, 'en'), spellingIn(within, keyword, 'zh')];
  const member = standing.as === 'member' ? memberIn(standing.of, keyword) : undefined;
  return new HoverBuilder(lang)
    .own(en === zh ? `**${en}**` : `**${en}** · **${zh}**`)
    .text(meaning.means[lang])
    .own(`\`\`\`plan\n${meaning.example[vocabulary ?? lang]}\n\`\`\``)
    .own(member && `${words.value[lang]}${lang === 'zh' ? '：' : ': '}${valueWords(member.value)[lang]}`)
    .own(`[${words.reference[lang]}](${languageAddress(keyword, standing, lang)})`);
}

/** Fields, functions and fixed words of conditions, columns and requirements. */
function conditionAt(
  { facts, lang, plan }: Source,
  offset: number,
): { readonly card: HoverBuilder; readonly at: { readonly start: number; readonly end: number } } | undefined {
  const [declaration] = elementsAt(facts, offset);
  const known = facts.declarations.find((each) => each === declaration);
  if (known === undefined) return undefined;
  const own = ownFields(plan);
  const name = fieldNamesIn(known).find(({ at }) => touches(at, offset));
  if (name !== undefined) {
    const card = fieldCard(name.text, lang, own);
    return card && { card, at: name.at };
  }
  for (const { expression, scope: place } of expressionsOf(known)) {
    if (!touches(expression.at, offset)) continue;
    const use = useAt(expression, offset, place, own);
    if (use === undefined) continue;
    const card =
      use.use === 'field'
        ? fieldCard(use.name, lang, own)
        : use.use === 'function'
          ? functionCard(use.name, lang)
          : use.use === 'word'
            ? new HoverBuilder(lang).own(wordCard(use.of, use.word))
            : undefined;
    return card && { card, at: use.at };
  }
  return undefined;
}

function wordCard(of: Choices | 'light', word: string): string {
  const [en, zh] = [spellWord(of, word, 'en'), spellWord(of, word, 'zh')];
  return en === zh ? `**${escapeMarkdown(en)}**` : `**${en}** · **${zh}**`;
}

function fieldCard(name: string, lang: Lang, own: OwnFields): HoverBuilder | undefined {
  const field = describeField(name, own);
  if (field === undefined) return undefined;
  return new HoverBuilder(lang)
    .own(
      field.spelled.en === field.spelled.zh
        ? `**${escapeMarkdown(field.spelled.en)}**`
        : `**${field.spelled.en}** · **${field.spelled.zh}**`,
    )
    .text(`${field.title[lang]}${lang === 'zh' ? '：' : ': '}${field.about[lang]}`);
}

function functionCard(name: string, lang: Lang): HoverBuilder | undefined {
  const facts = describeFunction(name);
  if (facts === undefined) return undefined;
  return new HoverBuilder(lang).own(`\`${facts.usage[lang]}\``).text(facts.about[lang]);
}
