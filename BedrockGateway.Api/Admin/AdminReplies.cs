using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

/// <summary>What administrators are told where they cannot do something.</summary>
internal static class AdminReplies
{
    public static Reply<ErrorReply> NoUser => ErrorReply.Of(StatusCodes.Status404NotFound, "User does not exist.");

    public static Reply<ErrorReply> OwnAccount => ErrorReply.Of(
        StatusCodes.Status409Conflict, "Administrators cannot do this to their own account.");

    public static Reply<ErrorReply> Closed => ErrorReply.Of(
        StatusCodes.Status409Conflict, "The account is closed.");

    public static Reply<ErrorReply> NotInvited => ErrorReply.Of(
        StatusCodes.Status409Conflict, "The user is disabled or has a password already.");

    public static Reply<ErrorReply> NoPlan(PlanList plans) => ErrorReply.Of(
        StatusCodes.Status400BadRequest,
        $"plan must be one of {string.Join(", ", plans.All.Select(plan => plan.Name))}.");
}
