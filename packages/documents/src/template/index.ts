export { fillTemplate, type TemplateWords } from './fill-template.ts';
