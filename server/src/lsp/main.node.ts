/** The process that VS Code starts: `server.js --node-ipc`, or `--stdio` for other editors. */
import './group-by.js';
import { serve } from './serve-node.js';

serve(process.argv.slice(2));
