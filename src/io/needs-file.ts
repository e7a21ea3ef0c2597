import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Need } from '../similarity/types.ts';
import { decodeForeign } from '../text/decode-foreign.ts';
import { diskReason } from './disk-reason.ts';
import { UsageError } from './usage-error.ts';

const needSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().min(1),
  unit: z.string().nullish(),
  description: z.string().nullish(),
});

/** Reads a batch of needs, one JSON object a line: {id, name, unit?, description?}. Throws a UsageError with the line. */
export function readNeeds(file: string): readonly Need[] {
  const lines = readText(file).split(/\r?\n/);
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readNeed(file, line, index + 1)]));
}

function readText(file: string): string {
  const read = decodeForeign(readBytes(file));
  if ('fault' in read) throw new UsageError(`${file} ${read.fault}。`);
  return read.text;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`读不到 ${file}：${diskReason(error)}`);
  }
}

function readNeed(file: string, line: string, number: number): Need {
  const result = needSchema.safeParse(parseJson(file, line, number));
  if (!result.success) {
    throw new UsageError(
      `${file} 第 ${number} 行：要有 id 和 name，写成 {"id": "1", "name": "项目名称", "description": "建设内容"}。`,
    );
  }
  const { id, name, unit, description } = result.data;
  return { id, name, unit: unit ?? undefined, description: description ?? undefined };
}

function parseJson(file: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UsageError(`${file} 第 ${number} 行不是一个完整的 JSON 对象。`);
  }
}
