/** Who a cell names: people with their posts and telephone numbers, and units. */

export interface NamedPerson {
  readonly name: string;
  readonly post?: string;
  readonly phone?: string;
}

const POSTS =
  '副?(?:省|市|县|区|镇|乡|街道)?长|(?:市委|县委|区委|党委|党组|常务)?副?书记|(?:市委)?常委|副?(?:局长|主任|厅长|处长|科长|院长|行长|总经理|董事长|总裁|总监|部长|会长|主席|秘书长|巡视员|经理|总工|总工程师)|(?:一|二|三|四)级(?:调研员|主任科员|巡视员)|调研员|主任科员|组长|专员|Dr\\.?|Mr\\.?|Ms\\.?|Mrs\\.?|Prof\\.?|Sir|Dame';
const POST = new RegExp(`^(?:${POSTS})$`);
const POST_BEHIND = new RegExp(`^([\\p{Script=Han}·]{2,4}?)((?:${POSTS}))$`, 'u');
/** 刘市长: what somebody is called whose given name is not told. */
const SURNAME_AND_POST = new RegExp(`^\\p{Script=Han}(?:${POSTS})$`, 'u');
const POST_BEFORE = new RegExp(`^((?:${POSTS}))([\\p{Script=Han}·]{2,4})$`, 'u');
const PHONE = /(?:\+?86[- ]?)?1\d{10}|0\d{2,3}[- ]?\d{7,8}|(?<!\d)\d{7,8}(?!\d)|\+\d[\d -]{7,15}\d/g;
/** What units end in. */
const UNIT =
  /(?:局|委|办|厅|部|院|处|室|署|会|站|所|队|校|中心|政府|公司|集团|银行|管委会|指挥部|大学|学院|医院|街道|镇|乡|县|区|市|开发区|园区|发改|交投|城投|authority|department|ministry|council|office|agency|ltd|limited|plc|inc)$/i;

/** Who leads and who supports, in brackets behind a name. */
const LEADS = /^(?:牵头|主办|主责|责任|lead)(?:单位|部门|人|领导)?$/i;
const SUPPORTS = /^(?:配合|协办|协同|协助|参与|参加|support|supporting)(?:单位|部门|人|领导)?$/i;

/** Between entries: 、，；/ line ends; in Chinese blanks too, which stand between two people as often as within a name. */
function parts(text: string): readonly string[] {
  const bySigns = text.split(/[、，,;；/\n\r]+/).map((part) => part.trim());
  return bySigns.flatMap((part) => (/\p{Script=Han}/u.test(part) ? apart(part) : [part])).filter((part) => part !== '');
}

/** 王 明 is one name spread over the width of a cell; 王明 李四 are two. */
function apart(part: string): readonly string[] {
  const words = part.split(/[\s\u3000]+/);
  const spread = words.length === 2 && words.every((word) => /^\p{Script=Han}$/u.test(word));
  return spread ? [words.join('')] : words;
}

/**
 * Those who lead by what stands in brackets come first: 张三、李四（牵头）. Undefined where the cell holds what is no list of
 * people.
 */
export function readPeople(text: string): readonly NamedPerson[] | undefined {
  const plain = text.normalize('NFKC').replace(/\((?=[^)]*$)|(?<!\([^(]*)\)/g, ' ');
  const people: { name: string; post?: string; phone?: string }[] = [];
  const leads = new Set<NamedPerson>();
  const supports = new Set<NamedPerson>();
  let post: string | undefined;
  for (const whole of parts(plain.replace(/\(([^)]*)\)/g, '、\u0001$1、'))) {
    // In brackets behind a name: the post, or the telephone.
    const aside = whole.startsWith('\u0001');
    let word = aside ? whole.slice(1) : whole;
    const [phone] = word.match(PHONE) ?? [];
    if (phone !== undefined) {
      word = word
        .replace(phone, '')
        .replace(/^(?:电话|手机|联系电话|tel)?[:： ]*/i, '')
        .replace(/[:： ]+$/, '')
        .trim();
      const last = people.at(-1);
      if (word === '') {
        if (last === undefined || last.phone !== undefined) return undefined;
        last.phone = phone;
        continue;
      }
    }
    const roles = !aside ? undefined : LEADS.test(word) ? leads : SUPPORTS.test(word) ? supports : undefined;
    if (roles !== undefined) {
      const last = people.at(-1);
      if (last === undefined) return undefined;
      roles.add(last);
      continue;
    }
    if (POST.test(word)) {
      const last = people.at(-1);
      if (last !== undefined && (aside || last.post === undefined)) last.post = word;
      else post = word;
      continue;
    }
    if (aside) {
      const last = people.at(-1);
      if (last === undefined || last.post !== undefined) return undefined;
      last.post = word;
      continue;
    }
    const isCalledByPost = SURNAME_AND_POST.test(word);
    const behind = isCalledByPost ? null : POST_BEHIND.exec(word);
    const before = isCalledByPost ? null : POST_BEFORE.exec(word);
    const name = behind?.[1] ?? before?.[2] ?? word;
    const given = behind?.[2] ?? before?.[1] ?? post;
    post = undefined;
    if (!isCalledByPost && !isPersonName(name)) return undefined;
    people.push({ name, ...(given === undefined ? {} : { post: given }), ...(phone === undefined ? {} : { phone }) });
  }
  if (post !== undefined || people.every((person) => supports.has(person))) return undefined;
  const rank = (person: NamedPerson): number => (leads.has(person) ? 0 : supports.has(person) ? 2 : 1);
  return people.sort((a, b) => rank(a) - rank(b));
}

/** Two to four characters, or two to four words of letters; a unit is none. */
export function isPersonName(name: string): boolean {
  // 李镇 is a person, 龙门镇 a place: of short names only the plain endings of units count.
  if ([...name].length > 3 ? UNIT.test(name) : /(?:局|委|办|厅|公司|集团|中心|政府)$/.test(name)) return false;
  return /^[\p{Script=Han}·]{2,10}$/u.test(name)
    ? [...name.replaceAll('·', '')].length <= 4 || name.includes('·')
    : /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,3}$/u.test(name);
}

/** The units that a cell lists, in its order. */
export function readUnits(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .normalize('NFKC')
        .split(/[、，,;；\n\r]+/)
        .map((part) => part.replace(/\s+/g, ' ').trim())
        .filter((part) => part !== ''),
    ),
  ];
}

export interface UnitRoles {
  readonly leads: readonly string[];
  readonly supports: readonly string[];
}

/**
 * `市卫健委（牵头）、市住建局（配合）`, `牵头单位：市卫健委；配合单位：市住建局、市财政局`: which units answer and which support
 * them. Beside one that leads, those of which nothing is said support. Undefined where nothing says who does what.
 */
export function readUnitRoles(text: string): UnitRoles | undefined {
  const leads: string[] = [];
  const supports: string[] = [];
  const untold: string[] = [];
  let names = untold;
  const listOf = (word = ''): string[] | undefined =>
    LEADS.test(word.trim()) ? leads : SUPPORTS.test(word.trim()) ? supports : undefined;
  for (const part of readUnits(text.normalize('NFKC').replace(/\)(?=[\p{L}\d])/gu, ')、'))) {
    const [, before, after = ''] = /^([^:]+):\s*(.+)$/.exec(part) ?? [];
    const [, name = '', bracket] = /^(.+?)\s*\(([^()]*)\)$/.exec(part) ?? [];
    const marked = listOf(bracket);
    names = listOf(before) ?? names;
    if (listOf(before) !== undefined) names.push(after);
    else if (marked !== undefined) marked.push(name);
    else names.push(part);
  }
  if (leads.length + supports.length === 0) return undefined;
  const told = leads.length > 0 ? { leads, supports: [...supports, ...untold] } : { leads: untold, supports };
  return told.leads.length > 0 ? told : undefined;
}

/** `市发改委 张三`, `市交通局（李四）`: one unit and one person; undefined where it is not plainly that. */
export function readUnitAndPerson(text: string): { readonly unit: string; readonly person: NamedPerson } | undefined {
  const words = text
    .normalize('NFKC')
    .split(/[\s、，,;；/:()（）]+/)
    .filter((word) => word !== '');
  const [unit, ...rest] = words;
  if (unit === undefined || rest.length === 0 || !UNIT.test(unit)) return undefined;
  const people = readPeople(rest.join('、'));
  const [person, ...more] = people ?? [];
  return person === undefined || more.length > 0 ? undefined : { unit, person };
}
