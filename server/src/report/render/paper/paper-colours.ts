/** Colours of printed papers as RRGGBB: those of the document theme by day. */
import type { Light } from '../../document.js';

/** Of signs and words on white. */
export const INK: Readonly<Record<Light, string>> = {
  red: 'B3261E',
  yellow: '8F6400',
  green: '1B6E3C',
  blue: '1F5A96',
  grey: '646C76',
};

/** Of bars and parts of charts. */
export const FILL: Readonly<Record<Light, string>> = {
  red: 'D0463C',
  yellow: 'E3B341',
  green: '3F9A62',
  blue: '3B79B8',
  grey: 'A3ABB5',
};

/** Of the ground behind words. */
export const TINT: Readonly<Record<Light, string>> = {
  red: 'F9DAD7',
  yellow: 'FBEFC9',
  green: 'DCEFE3',
  blue: 'DCE8F5',
  grey: 'ECEEF0',
};

export const PLAN = 'B4BDC8';
export const DONE = '2B6CB0';
export const MUTED = '5C6570';
export const RULE = '808890';
export const BAND = 'EEF1F4';
/** Series without a light, in their order. */
export const SERIES = ['2B6CB0', 'E08E3C', '5B9A6F', '8C6BB1', 'C2566E', '7A8796'] as const;
