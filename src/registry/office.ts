import { z } from 'zod';
import { isRecipient } from '../sealing/recipient.ts';

/** One public key or a list, newest first; blank when the office has none yet. */
const publicKeys = z.preprocess(
  (raw) => (typeof raw === 'string' ? [raw].filter((key) => key.trim() !== '') : raw),
  z.array(z.string().trim().refine(isRecipient)),
);

/** 查重阈值 written as 60 or 60% would silently ask for no answer at all, or for all of them. */
function thresholdInRange(settings: Readonly<Record<string, string>>, context: z.RefinementCtx): void {
  const text = settings.查重阈值?.trim() ?? '';
  if (text === '' || (Number(text) >= 0 && Number(text) <= 1)) return;
  context.addIssue({ code: 'custom', path: ['查重阈值'], message: '写 0 到 1 之间的数' });
}

/** Settings of the 区领导小组办公室 (registry/office.yaml). Blank settings have no effect. */
export const officeSchema = z
  .strictObject({
    名称: z.string(),
    地区: z.string(),
    规则版本: z.string(),
    施行日期: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    演示数据: z.enum(['true', 'false', '是', '否']),
    封存公钥: publicKeys,
    办公电话: z.string().optional(),
    审核账号: z.array(z.string().regex(/^\d+$/)),
    设置: z.record(z.string(), z.string()).superRefine(thresholdInRange),
  })
  .transform((office) => ({
    name: office.名称,
    area: office.地区,
    ruleVersion: office.规则版本,
    demo: office.演示数据 === 'true' || office.演示数据 === '是',
    /** Sealing goes to the first; the others are kept as a reminder that old blocks still need their private keys. */
    sealingKeys: office.封存公钥,
    phone: office.办公电话,
    reviewers: office.审核账号,
    settings: office.设置,
  }));

export type Office = z.output<typeof officeSchema>;
