/**
 * What an editor does by itself in a plan: pairs, comments, indentation, words. Both the half-width signs and those that
 * a Chinese input method types.
 */

const PART = String.raw`[\p{L}〇0-9_-]`;

/** Sign for sign as VS Code's language configuration file has it. */
export function languageConfiguration(): object {
  const braces = [
    ['{', '}'],
    ['(', ')'],
    ['｛', '｝'],
    ['（', '）'],
  ];
  const quotes = [
    ['"', '"'],
    ['“', '”'],
    ['「', '」'],
    ['`', '`'],
  ];
  return {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: braces,
    colorizedBracketPairs: braces,
    autoClosingPairs: [
      ...braces.map(([open, close]) => ({ open, close, notIn: ['string', 'comment'] })),
      ...quotes.map(([open, close]) => ({ open, close, notIn: ['string', 'comment'] })),
      { open: '"""', close: '"""', notIn: ['comment'] },
      { open: '/**', close: ' */', notIn: ['string', 'comment'] },
    ],
    autoCloseBefore: ' \n\t,，、;；}｝)）',
    surroundingPairs: [...braces, ...quotes],
    // A name is one word although blanks do not part Chinese; a date or an amount is one as well.
    wordPattern: {
      pattern: String.raw`[0-9]${PART}*(?:[.\/,][0-9]${PART}*)*%?|[\p{L}〇_]${PART}*`,
      flags: 'u',
    },
    indentationRules: {
      increaseIndentPattern: String.raw`^(?:(?!\/\/)[^"“「])*[{｛][^}｝"”」]*$|^.*["”」]\s*[{｛]\s*(?:\/\/.*)?$`,
      decreaseIndentPattern: String.raw`^\s*[}｝]`,
      unIndentedLinePattern: String.raw`^\s*\*(?:[ \t]|\/|$)`,
    },
    onEnterRules: [
      {
        beforeText: String.raw`^\s*\/\*\*(?!\/)([^*]|\*(?!\/))*$`,
        afterText: String.raw`^\s*\*\/$`,
        action: { indent: 'indentOutdent', appendText: ' * ' },
      },
      {
        beforeText: String.raw`^\s*\/\*\*(?!\/)([^*]|\*(?!\/))*$`,
        action: { indent: 'none', appendText: ' * ' },
      },
      {
        beforeText: String.raw`^\s* \*( ([^*]|\*(?!\/))*)?$`,
        previousLineText: String.raw`(?=^\s*(\/\*\*|\*)).*(?=(\/\*\*|\*)[^*]*$)`,
        action: { indent: 'none', appendText: '* ' },
      },
      { beforeText: String.raw`^\s* \*\/\s*$`, action: { indent: 'none', removeText: 1 } },
    ],
    folding: { markers: { start: String.raw`^\s*//\s*#?region\b`, end: String.raw`^\s*//\s*#?endregion\b` } },
  };
}
