/** SVG markup, escaped where it is made. */
import type { Origin } from '../document.js';
import { escapeHtml, escapeName } from '../render/escape-html.js';

/** A piece of finished markup; only the functions of this file and of the HTML renderer make it. */
export type Svg = string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. Attribute values and texts are escaped here; `children` are finished markup. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? round(value) : (key === 'data-origin' ? escapeName : escapeHtml)(String(value))}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** What leads a click back to the plan. */
export function originOfMark(origin: Origin | undefined): Attributes {
  return { 'data-origin': origin?.id, 'data-sum': origin?.sum === true ? '' : undefined };
}

export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function label(x: number, y: number, content: string, more: Attributes = {}): Svg {
  return element('text', { x, y, ...more }, escapeHtml(content));
}

export function line(x1: number, y1: number, x2: number, y2: number, className: string): Svg {
  return element('line', { x1, y1, x2, y2, class: className });
}

export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  className: string,
  more: Attributes = {},
): Svg {
  return element('rect', { x, y, width: Math.max(0, width), height, class: className, ...more });
}

/** A tooltip and, for who cannot see the picture, what the element stands for. */
export function tooltip(content: string): Svg {
  return element('title', {}, escapeHtml(content));
}

export interface PictureFrame {
  /** Unique in the page; the ids of title and description are made from it. */
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The chart's content in words. */
  readonly description: string;
  readonly className: string;
}

/** The picture: one image to assistive technology, with name and description. */
export function picture(frame: PictureFrame, ...children: readonly Svg[]): Svg {
  const { id, width, height, title, description, className } = frame;
  return element(
    'svg',
    {
      class: `pw-svg ${className}`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-t ${id}-d`,
    },
    element('title', { id: `${id}-t` }, escapeHtml(title)),
    element('desc', { id: `${id}-d` }, escapeHtml(description)),
    ...children,
  );
}
