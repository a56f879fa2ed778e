/** The unit that a column of money is in: said in its head, above the table, in a column of its own, or by the caller. */

/** How many zeros a figure gets, and the currency where the unit names one. */
export interface MoneyUnit {
  readonly zeros: number;
  readonly currency?: string;
  /** As it was written. */
  readonly text: string;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['万亿元', 12],
  ['亿元', 8],
  ['亿', 8],
  ['千万元', 7],
  ['百万元', 6],
  ['万元', 4],
  ['万', 4],
  ['千元', 3],
  ['元', 0],
  ['人民币亿元', 8],
  ['人民币万元', 4],
  ['rmb', 0],
  ['b', 9],
  ['bn', 9],
  ['billion', 9],
  ['m', 6],
  ['mn', 6],
  ['million', 6],
  ['millions', 6],
  ['k', 3],
  ['thousand', 3],
  ['thousands', 3],
]);
const FOREIGN: readonly (readonly [RegExp, string])[] = [
  [/gbp|£|英镑/, 'GBP'],
  [/usd|us\$|\$|美元/, 'USD'],
  [/eur|€|欧元/, 'EUR'],
  [/hkd|港元|港币/, 'HKD'],
  [/jpy|日元/, 'JPY'],
];

/** `万元`, `亿元`, `GBP m`, `£ million`; undefined where the text is no unit of money. */
export function moneyUnit(text: string): MoneyUnit | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, '')
    .replace(/^单位[:：]?/, '');
  const plainScale = SCALES.get(plain);
  if (plainScale !== undefined) return { zeros: plainScale, text: text.trim() };
  const chinese = /^(万亿|亿|千万|百万|万|千)?(英镑|美元|欧元|港元|港币|日元)$/.exec(plain);
  const foreign = FOREIGN.find(([sign]) => sign.test(plain));
  if (foreign === undefined) return undefined;
  const scale = chinese === null ? plain.replace(foreign[0], '') : (chinese[1] ?? '');
  const zeros = scale === '' ? 0 : (SCALES.get(scale) ?? SCALES.get(`${scale}元`));
  return zeros === undefined ? undefined : { zeros, currency: foreign[1], text: text.trim() };
}

/** In a line above the table: 单位：万元, 金额单位:亿元, (万元), Unit: GBP m. */
export function unitInLine(text: string): MoneyUnit | undefined {
  const plain = text.normalize('NFKC');
  const told = /(?:单\s*位|units?)\s*[:：]\s*([^\s,，;；、)）]+(?: ?(?:m|million|bn|billion|k))?)/i.exec(plain)?.[1];
  return told === undefined ? undefined : moneyUnit(told);
}

/** In the head itself, behind a name: `whole_life_cost_gbp_m`, `总投资 亿元`. */
export function unitInHead(head: string): MoneyUnit | undefined {
  const plain = head.normalize('NFKC').trim();
  const words = plain.split(/[\s_]+/);
  for (const from of [-2, -1]) {
    const tail = words.slice(from);
    if (tail.length < words.length) {
      const unit = moneyUnit(tail.join(' '));
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
