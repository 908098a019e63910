import type { HouseholdMember } from './household-view.ts'

/** Each person once: who has left and come back, or changed role, is a member more than once. */
export const people = (members: HouseholdMember[]): HouseholdMember[] => [
  ...new Map(members.map((member) => [member.id, member])).values(),
]
