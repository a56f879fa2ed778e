/** Where a schedule of Microsoft Project says that a task is an approval, and who decides: written there, and read again. */
import type { Bilingual } from '../../model/lang.js';

interface CustomText {
  /** As the program numbers its fields. */
  readonly id: number;
  readonly name: string;
  /** What its column is called. */
  readonly title: Bilingual;
}

export const APPROVAL_TEXTS = {
  kind: { id: 188743731, name: 'Text1', title: { en: 'Approval', zh: '审批' } },
  authority: { id: 188743734, name: 'Text2', title: { en: 'Authority', zh: '审批单位' } },
} as const satisfies { readonly [of: string]: CustomText };

export type ApprovalText = keyof typeof APPROVAL_TEXTS;

/** Which of them a column is, whatever its number: an office may have kept it in another one. */
export function approvalText(title: string): ApprovalText | undefined {
  const plain = title.trim().toLowerCase();
  const is = (of: ApprovalText): boolean =>
    Object.values(APPROVAL_TEXTS[of].title).some((each) => each.toLowerCase() === plain);
  return is('kind') ? 'kind' : is('authority') ? 'authority' : undefined;
}
