/** What is shown in place of a name that is missing or could not be read. */
export const NO_NAME = '（项目名称待补正）';
