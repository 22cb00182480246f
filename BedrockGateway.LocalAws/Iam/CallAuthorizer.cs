using System.Collections.Frozen;
using System.Net;
using BedrockGateway.LocalAws.Iam.Permissions;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>Holds functions to the policies of their roles. Nobody else is held to anything.</summary>
internal sealed partial class CallAuthorizer(
    LocalAwsOptions options,
    SessionStore sessions,
    PolicyStore policies,
    IEnumerable<IServicePermissions> permissions,
    ILogger<CallAuthorizer> log)
{
    private readonly FrozenDictionary<string, IServicePermissions> _permissions = permissions
        .SelectMany(one => one.Services, (one, service) => KeyValuePair.Create(service, one))
        .ToFrozenDictionary();

    /// <exception cref="AwsFault">
    /// <c>AccessDeniedException</c> or <c>AccessDenied</c>: the role does not allow the call.
    /// <c>UnrecognizedClientException</c> or <c>InvalidClientTokenId</c>: the function or its role is gone.
    /// <c>NotImplemented</c> (501): a policy uses what is not evaluated here.
    /// </exception>
    public async ValueTask AuthorizeAsync(
        string service, string operation, AwsCall call, CancellationToken cancellationToken)
    {
        if (!options.EnforcePolicies || !sessions.IsFunction(call.AccessKeyId))
        {
            return;
        }

        var session = sessions.Find(call.AccessKeyId) ?? throw Unrecognized(call);
        var documents = policies.Of(session.Role).ToList();
        foreach (var request in await RequestsOfAsync(service, operation, call, cancellationToken))
        {
            var verdict = PolicyDocument.Judge(documents, WithCaller(request, session));
            if (verdict != Verdict.Allowed)
            {
                var refusal = Refuse(call, session, request, verdict);
                // What the gateway's clients are told of it does not name the permission.
                LogRefusal(refusal.Message);
                throw refusal;
            }
        }
    }

    private static AwsFault Refuse(AwsCall call, FunctionSession session, AccessRequest request, Verdict verdict)
    {
        var reason = verdict == Verdict.Denied
            ? "with an explicit deny in an identity-based policy"
            : $"because no identity-based policy allows the {request.Action} action";
        return Fault(
            call,
            IsQuery(call) ? "AccessDenied" : "AccessDeniedException",
            $"User: {session.Arn} is not authorized to perform: {request.Action} "
            + $"on resource: {request.Resource} {reason}");
    }

    private static AwsFault Unrecognized(AwsCall call) => Fault(
        call,
        IsQuery(call) ? "InvalidClientTokenId" : "UnrecognizedClientException",
        "The security token included in the request is invalid.");

    // These come from in front of the services: their member is Message, whatever the service's own errors have.
    private static AwsFault Fault(AwsCall call, string code, string message) =>
        new(code, message, call.Target is null ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest)
        {
            MessageMember = "Message",
        };

    private static bool IsQuery(AwsCall call) => call.Form.Action is not null || call.SigningName == "s3";

    // What no one has described is asked for on all resources, which a role that names its resources does not allow.
    private async ValueTask<IReadOnlyList<AccessRequest>> RequestsOfAsync(
        string service, string operation, AwsCall call, CancellationToken cancellationToken) =>
        _permissions.TryGetValue(service, out var known)
            ? await known.OfAsync(call, operation, cancellationToken)
            : [new($"{service}:{operation}", "*")];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason}")]
    private partial void LogRefusal(string reason);

    private AccessRequest WithCaller(AccessRequest request, FunctionSession session)
    {
        var context = new Dictionary<string, string>(request.Context)
        {
            [ConditionKeys.PrincipalArn] = session.Role.Arn,
        };
        context.TryAdd(ConditionKeys.RequestedRegion, options.Region);
        return request with { Context = context };
    }
}
