/** What the bar above a preview says, in the language of the editor. */
import * as vscode from 'vscode';

export function barTexts(): Record<string, string> {
  return {
    bar: vscode.l10n.t('Preview'),
    kind: vscode.l10n.t('What is shown'),
    filters: vscode.l10n.t('Filter'),
    search: vscode.l10n.t('Name, number or pinyin initials'),
    find: vscode.l10n.t('Search in this list'),
    clear: vscode.l10n.t('Show all'),
    none: vscode.l10n.t('Nothing found.'),
    whole: vscode.l10n.t('This summary is always about the whole portfolio.'),
    pinned: vscode.l10n.t('Pinned: stays with this plan. Press to let it follow the plan in the editor.'),
    follows: vscode.l10n.t('Follows the plan in the editor. Press to pin it to this plan.'),
    another: vscode.l10n.t('Another preview of the same'),
    print: vscode.l10n.t('Print'),
    export: vscode.l10n.t('Export…'),
    selected: vscode.l10n.t('{0} chosen'),
  };
}
