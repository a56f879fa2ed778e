/**
 * Chinese as an office writes it: one word for a thing in all that is read, and full-width punctuation in the prose of
 * documents and examples.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..');

function filesIn(folder: string, ending: RegExp): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.join(folder, file));
}

const DOCUMENTS: readonly string[] = [
  'README.zh-CN.md',
  'CONTRIBUTING.zh-CN.md',
  ...filesIn('docs', /(\.zh-CN|\.zh)\.md$|[\\/]zh[\\/].*\.md$/),
  ...filesIn('examples', /(\.zh-CN|\p{Script=Han})\.md$/u),
];
const PLANS: readonly string[] = filesIn('examples', /\p{Script=Han}\.plan$/u);
const TEXTS: readonly string[] = [
  ...filesIn('server/src', /(?<!\.test)\.ts$/),
  ...filesIn('extension', /(?<!\.test)\.ts$/),
  ...filesIn('grammar', /(?<!\.test|synonyms)\.ts$/),
  ...filesIn('l10n', /\.json$/),
  'package.nls.zh-cn.json',
];

/** What is not said any more, and what is said instead. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/承包(?!上限)/, '包联'],
  [/浮时|浮动时间|总时差|宽裕时间/, '机动时间'],
  [/预测完成|推算完成|预期完成/, '预计完成'],
  [/在推进项目|推进项目|活跃项目/, '推进中项目'],
  [/每月应报|应按月报/, '应每月报送'],
  [/本期灯(?!色)|上期灯(?!色)/, '本期灯色、上期灯色'],
  [/台账值|台帐/, '台账数'],
  [/未来 30 天|30天内到期/, '未来30天到期节点'],
  [/责任不清|责任不明确/, '责任未明确'],
  [/会报[什的错警]|不会报[什的错警]/, '会提示、不会提示'],
  [/忽略注释|抑制注释/, '忽略标记'],
  [/明显离谱/, '明显超出合理范围'],
  [/以代码 ?\d+ ?退出/, '退出码为'],
];

/** Without code and the targets of links. */
function prose(file: string): readonly string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  if (file.endsWith('.plan')) return [...text.matchAll(/(?:^|\s)\/\/(.*)$/gm)].map(([, remark = '']) => remark);
  return text
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, '码')
    .replace(/“[^”]*\([^”]*”/g, '码')
    .replace(/\]\([^)]*\)/g, ']')
    .split('\n');
}

const HALF_WIDTH =
  /[\p{Script=Han}》」”）】*][,;:!?]|[,;:!?]\p{Script=Han}|\p{Script=Han}\(|\([^()]*\p{Script=Han}[^()]*\)/u;

describe('Chinese', () => {
  test.each([...DOCUMENTS, ...PLANS])('%s has full-width punctuation in its prose', (file) => {
    expect(prose(file).filter((line) => HALF_WIDTH.test(line.replace(/planwright-ignore [\w/]+:/, '')))).toEqual([]);
  });

  test.each(INSTEAD)('%s is %s', (word) => {
    const found = [...DOCUMENTS, ...PLANS, ...TEXTS].flatMap((file) =>
      readFileSync(path.join(ROOT, file), 'utf8')
        .split('\n')
        .filter((line) => word.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
