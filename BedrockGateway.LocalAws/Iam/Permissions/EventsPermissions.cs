using System.Text.Json;
using BedrockGateway.LocalAws.Events;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>EventBridge: what is done to a rule of the default bus.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
/// </remarks>
internal sealed class EventsPermissions(EventRuleStore rules) : IServicePermissions
{
    public IReadOnlyList<string> Services { get; } = ["events"];

    public async ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken)
    {
        if (operation == "ListRules")
        {
            return [new("events:ListRules", rules.ArnOf("*"))];
        }

        var body = await call.ReadObjectAsync(cancellationToken);
        var name = body["Rule"] ?? body["Name"];
        var resource = name?.GetValueKind() is JsonValueKind.String ? rules.ArnOf(name.GetValue<string>()) : "*";
        return [new($"events:{operation}", resource)];
    }
}
