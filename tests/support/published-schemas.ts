/**
 * What others have published about the formats that the registry gives out, as far as the registry uses them: written
 * again from the published descriptions, strict where those are open, so that a misspelt field is caught.
 */
const moment = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$' };
const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', pattern: '^(https?://|urn:)[^\\s]+$' };
const strict = (properties: Readonly<Record<string, unknown>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const value = strict({ amount: { type: 'number' }, currency: { const: 'CNY' } }, ['amount', 'currency']);
const period = strict({ startDate: moment, endDate: moment });

/** OC4IDS 0.9, projectStatus: a closed list. */
export const PROJECT_STATUS = [
  'identification',
  'preparation',
  'implementation',
  'completion',
  'completed',
  'cancelled',
];
/** OC4IDS 0.9, the codes of the open lists that the registry uses. */
const SECTORS = ['communications', 'governance'];
const ROLES = ['publicAuthority', 'administrativeEntity', 'buyer'];

/** OC4IDS 0.9: project-package-schema.json and project-schema.json. */
export const OC4IDS_PACKAGE = strict(
  {
    uri,
    publishedDate: moment,
    version: { type: 'string', pattern: '^(\\d+\\.)(\\d+)$' },
    publisher: strict({ name: text }, ['name']),
    license: uri,
    projects: {
      type: 'array',
      minItems: 1,
      items: strict(
        {
          id: text,
          title: text,
          description: text,
          status: { enum: PROJECT_STATUS },
          period,
          sector: { type: 'array', items: { enum: SECTORS } },
          purpose: text,
          additionalClassifications: {
            type: 'array',
            items: strict({ scheme: text, id: text, description: text }),
          },
          budget: strict({
            amount: value,
            approvalDate: moment,
            budgetBreakdown: {
              type: 'array',
              items: strict({ id: text, description: text, amount: value, period }, ['id']),
            },
          }),
          parties: {
            type: 'array',
            items: strict({ id: text, name: text, roles: { type: 'array', items: { enum: ROLES } } }),
          },
          documents: {
            type: 'array',
            items: strict({ id: text, documentType: text, title: text, datePublished: moment }, ['id']),
          },
          completion: strict({ endDate: moment, finalValue: value }),
          identifiers: { type: 'array', items: strict({ scheme: text, id: text }, ['id']) },
        },
        ['id'],
      ),
    },
  },
  ['uri', 'publisher', 'publishedDate', 'projects', 'version'],
);

/** DCAT-AP 3: the mandatory properties of each class. */
export const DCAT_MANDATORY: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher'],
  'dcat:Dataset': ['dct:title', 'dct:description'],
  'dcat:Distribution': ['dcat:accessURL'],
  'foaf:Agent': ['foaf:name'],
};
