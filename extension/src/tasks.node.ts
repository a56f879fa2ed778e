/** The task `planwright: check` in a terminal; on the desktop only, where processes can be started. */
import * as vscode from 'vscode';

const TYPE = 'planwright';

/**
 * The task `planwright: check`: all diagnostics of a folder in a terminal, as the command gives them. It names no problem
 * matcher: the server has put them into Problems already. Tasks of one's own can name `$planwright-error` and its siblings.
 */
export function checkTasks(context: vscode.ExtensionContext): vscode.Disposable {
  const command = vscode.Uri.joinPath(context.extensionUri, 'dist', 'cli.js').fsPath;
  const make = (definition: vscode.TaskDefinition, folder: vscode.WorkspaceFolder): vscode.Task => {
    const execution = new vscode.ProcessExecution(process.execPath, [command, 'check', '.'], {
      cwd: folder.uri.fsPath,
      // The editor's own program runs as Node with this; Node itself does not mind.
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
    const task = new vscode.Task(definition, folder, 'check', TYPE, execution);
    task.detail = vscode.l10n.t('Check the plans of this folder');
    task.group = vscode.TaskGroup.Build;
    return task;
  };
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: () =>
      (vscode.workspace.workspaceFolders ?? [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map((folder) => make({ type: TYPE, command: 'check' }, folder)),
    resolveTask: ({ definition, scope }) =>
      definition.command === 'check' && typeof scope === 'object' ? make(definition, scope) : undefined,
  });
}
