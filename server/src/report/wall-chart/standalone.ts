/** The wall chart in a generated file: its data lies in the page, and there is no editor to lead to. */
import type { Gantt } from '../document.js';
import { WallChart } from './wall-chart.js';

for (const place of document.querySelectorAll<HTMLElement>('.pw-wall-place')) {
  const data = place.querySelector('script[type="application/json"]')?.textContent;
  if (!data) continue;
  // Written by the renderer of this same version.
  const gantt = JSON.parse(data) as Gantt;
  const chart = document.createElement('div');
  place.prepend(chart);
  place.classList.add('pw-wall-live');
  new WallChart(chart, gantt, { lang: document.documentElement.lang.startsWith('zh') ? 'zh' : 'en', open: () => {} });
}
