using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>POST /admin/users: invites somebody, whose first login asks for a password of their own.</summary>
internal static class InviteEndpoint
{
    private const string PlanField = "plan";

    private static readonly FormShape Shape = new("email", "fullname") { Optional = [PlanField] };

    public static async Task<Results<Reply<InviteReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, Invitation invitation, PlanList plans, IOptions<ResourcesOptions> options)
    {
        var (form, error) = await AccountForm.ReadAsync(http.Request, Shape, http.RequestAborted);
        if (form is null)
        {
            return error!;
        }

        if (plans.Find(form.Find(PlanField) ?? Plan.DefaultName) is not { } plan)
        {
            return AdminReplies.NoPlan(plans);
        }

        // From here on a client that goes away changes nothing: half an invitation helps nobody.
        var subject = await invitation.RunAsync(new(form["email"], form["fullname"]), plan);
        http.Features.Set(new AuditTarget(subject));
        return InviteReply.Of(form["email"], new(subject, plan.Name, options.Value.KeyNameOf(subject)));
    }
}
