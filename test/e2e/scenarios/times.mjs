// How long it takes until what is typed stands in its page of the preview, and what is sent for it: `node test/e2e/run.mjs
// --times`. Figures of one machine at one hour; they judge nothing.

import { patient, until } from '../wait-until.mjs';

const EDITS = 30;
/** In milliseconds: between edits nobody types. */
const REST = 700;
const PROJECT = '连接线公路';
const WRITTEN = '一级公路 38 公里';

/** In the page of the preview: says when a text stands in the project's section and is drawn, and keeps what is sent. */
function watch(body, project) {
  globalThis.watched = { sent: [], drawn: undefined, text: undefined };
  addEventListener('message', ({ data }) => {
    if (data?.type !== 'show') return;
    globalThis.watched.sent.push({ parts: data.changed.length, size: JSON.stringify(data).length });
  });
  const look = () => {
    const { text } = globalThis.watched;
    const section = document.querySelector(`section.pw-page [data-origin="${project}"]`)?.closest('section');
    if (text === undefined || !section?.textContent.includes(text)) return;
    globalThis.watched.text = undefined;
    requestAnimationFrame(() => {
      globalThis.watched.drawn = Date.now();
    });
  };
  new MutationObserver(look).observe(body, { subtree: true, childList: true, characterData: true });
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

export const times = [
  {
    name: 'what is typed stands in its page of the booklet of 117 projects',
    window: { fixture: '../../../examples/longyan-2009', file: '基础设施.plan', displayLanguage: 'zh-cn' },
    async run(studio, { note }) {
      const line = studio.text.lineOf(WRITTEN);
      await studio.text.goTo(line);
      await studio.palette.run('Planwright: 打开预览');
      await studio.waitForPreview(WRITTEN, { timeout: patient(60_000) });
      await studio.text.goTo(line);
      await studio.page.keyboard.press('End');
      await studio.page.keyboard.press('ArrowLeft');
      await studio.page.waitForTimeout(3000);
      const body = studio.previewFrame().locator('body');
      await body.evaluate(watch, PROJECT);
      const taken = [];
      for (let edit = 1; edit <= EDITS; edit++) {
        await studio.page.waitForTimeout(REST);
        const text = `改${edit}。`;
        await body.evaluate(
          (_, awaited) => Object.assign(globalThis.watched, { text: awaited, drawn: undefined }),
          text,
        );
        const began = Date.now();
        await studio.page.keyboard.insertText(text);
        const drawn = await until(`“${text}” in its page`, () => body.evaluate(() => globalThis.watched.drawn), {
          every: 20,
        });
        taken.push(drawn - began);
      }
      await studio.page.waitForTimeout(2000);
      await studio.screenshot('times-typed');
      const sent = await body.evaluate(() => globalThis.watched.sent);
      const whole = await body.evaluate((element) => element.innerHTML.length);
      taken.sort((a, b) => a - b);
      const parts = sent.reduce((sum, each) => sum + each.parts, 0) / EDITS;
      const size = sent.reduce((sum, each) => sum + each.size, 0) / EDITS / 1024;
      note(
        `p50 ${quantile(taken, 0.5)} ms, p95 ${quantile(taken, 0.95)} ms, slowest ${taken.at(-1)} ms of ${EDITS} edits`,
      );
      note(
        `${(sent.length / EDITS).toFixed(1)} messages, ${parts.toFixed(1)} parts and ${size.toFixed(1)} KiB sent for an edit; the page has ${Math.round(whole / 1024)} KiB`,
      );
    },
  },
];
