package dev.sonde.lobby;

import dev.sonde.probe.ProbeEnd;
import dev.sonde.protocol.Instance;
import dev.sonde.protocol.SubjectId;

/** What one machine said that another one has to hear, once the first has finished its step. */
sealed interface FollowUp {

    record WentAway(SubjectId subject) implements FollowUp {}

    record CameBack(SubjectId subject, boolean anotherPage) implements FollowUp {}

    record LostForProbe(SubjectId subject) implements FollowUp {}

    record Appeared(SubjectId subject, Instance page) implements FollowUp {}

    record Lost(SubjectId subject, Instance page) implements FollowUp {}

    record ProbeWanted(SubjectId subjectA, SubjectId subjectB) implements FollowUp {}

    record ProbeMemberLeft(SubjectId subject) implements FollowUp {}

    record Finished(ProbeEnd end) implements FollowUp {}

    record LateResult(SubjectId sender) implements FollowUp {}

    record LateResultOfPartner(SubjectId member) implements FollowUp {}
}
