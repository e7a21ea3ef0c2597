import { givenRoot } from '../../src/io/root.ts';

/** The option that every command has which works in a registry. */
export const ROOT = { type: 'string', description: '登记库文件夹', default: givenRoot() } as const;
