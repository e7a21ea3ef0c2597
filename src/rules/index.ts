import { annexAmountPlausible } from './annex-amount-plausible.ts';
import { annexCategoryNote } from './annex-category-note.ts';
import { annexContentSubstantial } from './annex-content-substantial.ts';
import { annexEffectMeasurable } from './annex-effect-measurable.ts';
import { annexFiledDate } from './annex-filed-date.ts';
import { annexNamePlain } from './annex-name-plain.ts';
import { annexOpinionsInOrder } from './annex-opinions-in-order.ts';
import { annexPartsWithinTotal } from './annex-parts-within-total.ts';
import { annexSealedAttachmentPresent } from './annex-sealed-attachment-present.ts';
import { annexSocialFundsAgree } from './annex-social-funds-agree.ts';
import { annexTextAmountAgrees } from './annex-text-amount-agrees.ts';
import { annexTotalIsSum } from './annex-total-is-sum.ts';
import { annex1PeriodOrder } from './annex1-period-order.ts';
import { annex2ActualGiven } from './annex2-actual-given.ts';
import { annex2ActualNearBudget } from './annex2-actual-near-budget.ts';
import { annex2PlanAttached } from './annex2-plan-attached.ts';
import { art1DuplicatesAnswered } from './art1-duplicates-answered.ts';
import { art1LinksExist } from './art1-links-exist.ts';
import { art1NotFiledTwice } from './art1-not-filed-twice.ts';
import { art1NotSplitUp } from './art1-not-split-up.ts';
import { art1PhaseLinked } from './art1-phase-linked.ts';
import { art2FiscalAgrees } from './art2-fiscal-agrees.ts';
import { art2LaterFeesAgree } from './art2-later-fees-agree.ts';
import { art2MoneyAnswered } from './art2-money-answered.ts';
import { art2PublicMoneyNamed } from './art2-public-money-named.ts';
import { art2Scope } from './art2-scope.ts';
import { art3Definition } from './art3-definition.ts';
import { art4PanelSufficient } from './art4-panel-sufficient.ts';
import { art5OwnFacilitiesReasoned } from './art5-own-facilities-reasoned.ts';
import { art5ReasonGiven } from './art5-reason-given.ts';
import { art5ReuseStated } from './art5-reuse-stated.ts';
import { art62PlanAttached } from './art6-2-plan-attached.ts';
import { art63Coordinator } from './art6-3-coordinator.ts';
import { art64Coordinator } from './art6-4-coordinator.ts';
import { art64PlanAttached } from './art6-4-plan-attached.ts';
import { art6AsReceived } from './art6-as-received.ts';
import { art6BegunBeforeApproval } from './art6-begun-before-approval.ts';
import { art6CoordinatorRegistered } from './art6-coordinator-registered.ts';
import { art6ExpectedDayPassed } from './art6-expected-day-passed.ts';
import { art6FiledWithoutApproval } from './art6-filed-without-approval.ts';
import { art6FolderRegistered } from './art6-folder-registered.ts';
import { art6FormMatchesRoute } from './art6-form-matches-route.ts';
import { art6NewNotBegun } from './art6-new-not-begun.ts';
import { art6PersonNotNamed } from './art6-person-not-named.ts';
import { art6ReceivedInTime } from './art6-received-in-time.ts';
import { art6StageDates } from './art6-stage-dates.ts';
import { art6StockCompleted } from './art6-stock-completed.ts';
import { art6UnitRegistered } from './art6-unit-registered.ts';
import { art71ProtectionKnown } from './art7-1-protection-known.ts';
import { art7IntegrationPlanned } from './art7-integration-planned.ts';
import { art7PlanLiesAhead } from './art7-plan-lies-ahead.ts';
import { art85ProgressPlausible } from './art8-5-progress-plausible.ts';
import { art86AcceptanceByOffice } from './art8-6-acceptance-by-office.ts';
import { art8Order } from './art8-order.ts';
import { art9MoneyAgrees } from './art9-money-agrees.ts';
import { art9NoFundsBeforeApproval } from './art9-no-funds-before-approval.ts';
import { art10EvaluatedYearly } from './art10-evaluated-yearly.ts';
import { art11AgreementAtAcceptance } from './art11-agreement-at-acceptance.ts';
import { art11AgreementPlanned } from './art11-agreement-planned.ts';
import { art12RuleVersion } from './art12-rule-version.ts';
import type { Rule } from './support/define-rule.ts';

/** Every rule on an entry, in the order of the regulation. A new rule is its file and a line here. */
export const RULES: readonly Rule[] = [
  art1NotFiledTwice,
  art1LinksExist,
  art1PhaseLinked,
  art1DuplicatesAnswered,
  art1NotSplitUp,
  art2Scope,
  art2MoneyAnswered,
  art2FiscalAgrees,
  art2PublicMoneyNamed,
  art2LaterFeesAgree,
  art3Definition,
  art4PanelSufficient,
  art5ReuseStated,
  art5OwnFacilitiesReasoned,
  art5ReasonGiven,
  art6FormMatchesRoute,
  art6AsReceived,
  art6StageDates,
  art6StockCompleted,
  art6NewNotBegun,
  art6BegunBeforeApproval,
  art6FiledWithoutApproval,
  art6ExpectedDayPassed,
  art6UnitRegistered,
  art6PersonNotNamed,
  art6FolderRegistered,
  art6ReceivedInTime,
  art62PlanAttached,
  art63Coordinator,
  art64Coordinator,
  art6CoordinatorRegistered,
  art64PlanAttached,
  art71ProtectionKnown,
  art7IntegrationPlanned,
  art7PlanLiesAhead,
  art8Order,
  art85ProgressPlausible,
  art86AcceptanceByOffice,
  art9NoFundsBeforeApproval,
  art9MoneyAgrees,
  art10EvaluatedYearly,
  art11AgreementPlanned,
  art11AgreementAtAcceptance,
  art12RuleVersion,
  annexFiledDate,
  annexNamePlain,
  annexContentSubstantial,
  annexEffectMeasurable,
  annexTotalIsSum,
  annexTextAmountAgrees,
  annexPartsWithinTotal,
  annexSocialFundsAgree,
  annexAmountPlausible,
  annexCategoryNote,
  annexOpinionsInOrder,
  annexSealedAttachmentPresent,
  annex1PeriodOrder,
  annex2PlanAttached,
  annex2ActualGiven,
  annex2ActualNearBudget,
];
