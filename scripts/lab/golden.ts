import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GOLDEN_FILE, goldenAnswers, goldenModel, goldenText } from './golden-similar.ts';

/** `npm run golden`: writes anew what the search for similar projects must answer, after it was changed on purpose. */
const model = await goldenModel();
mkdirSync(dirname(GOLDEN_FILE), { recursive: true });
writeFileSync(GOLDEN_FILE, goldenText(model.stamp, goldenAnswers(model)));
console.log(`${GOLDEN_FILE} 已重写，用 git diff 看哪些答案变了。`);
