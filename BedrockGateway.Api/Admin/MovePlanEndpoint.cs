using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users/{sub}/plan: moves a user to another plan.</summary>
internal static class MovePlanEndpoint
{
    private const string PlanField = "plan";

    private static readonly FormShape Shape = new(PlanField);

    public static async Task<Results<Reply<MessageReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, string sub, PoolUsers users, PlanList plans, PlanMove move)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        if (plans.Find(form[PlanField]) is not { } plan)
        {
            return AdminReplies.NoPlan(plans);
        }

        if (await users.FindAsync(sub, http.RequestAborted) is not { } user)
        {
            return AdminReplies.NoUser;
        }

        var groups = await users.GroupsAsync(user, http.RequestAborted);
        if (groups.Contains(AccountClosure.Group))
        {
            return AdminReplies.Closed;
        }

        // From here on a client that goes away changes nothing: half a move helps nobody.
        await move.RunAsync(user.Subject, user.Username, groups, plan);
        return MessageReply.Ok($"The user is in the plan {plan.Name}.");
    }
}
