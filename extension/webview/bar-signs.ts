/** The signs on the buttons of a preview's bar: lines in the colour of the text, as the page's policy lets no picture in. */

const SIGNS = {
  pin: 'M9.5 1.5l5 5-2 .6-2.6 2.6-.4 3.3L3 6.5l3.3-.4L8.9 3.5zM6 10l-4.5 4.5',
  another: 'M5.5 5.5h9v9h-9zM10.5 5.5v-4h-9v9h4',
  print: 'M4.5 5.5v-4h7v4M4.5 11.5h-3v-6h13v6h-3M4.5 9.5h7v5h-7z',
  export: 'M8 10.5v-9M4.8 4.6L8 1.4l3.2 3.2M3.5 7.5h-1v7h11v-7h-1',
} as const;

export type Sign = keyof typeof SIGNS;

const SVG = 'http://www.w3.org/2000/svg';

export function sign(name: Sign): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: '16',
    height: '16',
    'aria-hidden': 'true',
  })) {
    svg.setAttribute(key, value);
  }
  path.setAttribute('d', SIGNS[name]);
  for (const [key, value] of Object.entries({ fill: 'none', stroke: 'currentColor', 'stroke-linejoin': 'round' })) {
    path.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}
