/** Hover: what stands under the pointer, and what it amounts to as of the status date. */
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { type Keyword, spelling } from '../../../../../grammar/keywords.js';
import { meaningOf } from '../../../../../grammar/meanings.js';
import { describeField, describeFunction, useAt } from '../../../analysis/expressions/editor.js';
import { spellWord } from '../../../analysis/expressions/words.js';
import type { ProjectFacts } from '../../../model/facts.js';
import type { Lang } from '../../../model/lang.js';
import { touches } from '../../../model/span.js';
import { Pen } from '../../../report/summaries/pen.js';
import { chainAt, isItem } from '../../entities.js';
import { expressionsIn, fieldNamesIn } from '../../expressions.js';
import { isolated } from '../../isolated.js';
import { offsetIn, rangeIn, type Source } from '../../session.js';
import { targetAt } from '../../targets.js';
import { endOf, keywordAt, tokenAt } from '../../tokens.js';
import type { Feature } from '../feature.js';
import { Card } from './card.js';
import { itemCard } from './item-card.js';
import { projectCard } from './project-card.js';
import { thingCard } from './thing-card.js';
import { dateCard, durationCard, moneyCard } from './value-card.js';

export const hover: Feature = {
  capabilities: { hoverProvider: true },
  register(session) {
    session.connection.onHover(
      isolated<HoverParams, Hover | null>('hovering', null, session.log, async ({ textDocument, position }) => {
        const source = await session.source(textDocument.uri);
        return source === undefined ? null : hoverAt(source, offsetIn(source, position));
      }),
    );
  },
};

function hoverAt(source: Source, offset: number): Hover | null {
  const { facts, plan, root, lang, lines } = source;
  const { analysis } = root.plan;
  const pen = new Pen(analysis, lang);
  const say = (card: Card, span: { readonly start: number; readonly end: number }): Hover => ({
    contents: { kind: MarkupKind.Markdown, value: card.toString() },
    range: rangeIn(lines, span),
  });
  const target = targetAt(facts, plan, offset);
  if (target !== undefined) {
    const { stated, at } = target;
    if ('kind' in stated && stated.kind === 'project') return say(projectCard(stated, analysis, pen), at);
    if (isItem(stated)) return say(itemCard(stated, analysis, pen), at);
    return say(thingCard(stated, analysis, pen), at);
  }
  const inCondition = conditionAt(source, offset);
  if (inCondition !== undefined) return say(inCondition.card, inCondition.at);
  const token = tokenAt(source.parsed, offset);
  if (token === undefined) return null;
  const span = { start: token.startOffset, end: endOf(token) };
  const keyword = keywordAt(token, source.parsed);
  if (keyword !== undefined) return say(keywordCard(keyword, source), span);
  const project = projectAt(source, offset);
  const card = valueCard(token.tokenType.name, token.image, project, source, pen);
  return card === undefined ? null : say(card, span);
}

function valueCard(
  kind: string,
  image: string,
  project: ProjectFacts | undefined,
  { root }: Source,
  pen: Pen,
): Card | undefined {
  const { analysis } = root.plan;
  if (kind === 'DATE') return dateCard(image, project, analysis, pen);
  if (kind === 'DURATION') return durationCard(image, project, analysis, pen);
  if (kind === 'MONEY') return moneyCard(image, pen);
  return undefined;
}

function projectAt({ facts }: Source, offset: number): ProjectFacts | undefined {
  const [declaration] = chainAt(facts, offset);
  return declaration !== undefined && 'kind' in declaration && declaration.kind === 'project' ? declaration : undefined;
}

/** A sentence, an example in the file's vocabulary, and both spellings. */
function keywordCard(keyword: Keyword, { lang, vocabulary }: Source): Card {
  const meaning = meaningOf(keyword);
  const [en, zh] = [spelling(keyword, 'en'), spelling(keyword, 'zh')];
  return new Card(lang)
    .own(en === zh ? `**${en}**` : `**${en}** · **${zh}**`)
    .text(meaning[lang])
    .own(`\`\`\`plan\n${meaning.example[vocabulary ?? lang]}\n\`\`\``);
}

/** Fields, functions and fixed words of conditions, columns and requirements. */
function conditionAt(
  { facts, lang }: Source,
  offset: number,
): { readonly card: Card; readonly at: { readonly start: number; readonly end: number } } | undefined {
  const [declaration] = chainAt(facts, offset);
  const known = facts.declarations.find((each) => each === declaration);
  if (known === undefined) return undefined;
  const name = fieldNamesIn(known).find(({ at }) => touches(at, offset));
  if (name !== undefined) {
    const card = fieldCard(name.text, lang);
    return card && { card, at: name.at };
  }
  for (const { expression, place } of expressionsIn(known)) {
    if (!touches(expression.at, offset)) continue;
    const use = useAt(expression, offset, place);
    if (use === undefined) continue;
    const card =
      use.use === 'field'
        ? fieldCard(use.name, lang)
        : use.use === 'function'
          ? functionCard(use.name, lang)
          : use.use === 'word'
            ? new Card(lang).own(`**${spellWord(use.of, use.word, 'en')}** · **${spellWord(use.of, use.word, 'zh')}**`)
            : undefined;
    return card && { card, at: use.at };
  }
  return undefined;
}

function fieldCard(name: string, lang: Lang): Card | undefined {
  const field = describeField(name);
  if (field === undefined) return undefined;
  return new Card(lang)
    .own(`**${field.spelled.en}** · **${field.spelled.zh}**`)
    .text(`${field.title[lang]}${lang === 'zh' ? '：' : ': '}${field.about[lang]}`);
}

function functionCard(name: string, lang: Lang): Card | undefined {
  const facts = describeFunction(name);
  if (facts === undefined) return undefined;
  return new Card(lang).own(`\`${facts.usage[lang]}\``).text(facts.about[lang]);
}
