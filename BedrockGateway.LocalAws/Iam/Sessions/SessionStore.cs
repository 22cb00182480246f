using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Iam.Sessions;

/// <summary>Which function calls, by the access key id of its credentials.</summary>
/// <remarks>
/// Every other key, and none, stands for the account itself: the sessions of STS <c>AssumeRole</c> too, because the CDK
/// assumes roles of an account that may never have been bootstrapped.
/// </remarks>
internal sealed class SessionStore(LocalAwsOptions options, FunctionStore functions, RoleStore roles)
{
    private readonly ConcurrentDictionary<string, Lazy<FunctionCredentials>> _credentials =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, string> _functions = new(StringComparer.Ordinal);

    /// <summary>Credentials of a function, the same at every call, also before the function exists.</summary>
    public FunctionCredentials CredentialsOf(string function)
    {
        var credentials = _credentials.GetOrAdd(function, _ => new(SessionKeys.New)).Value;
        _functions[credentials.AccessKeyId] = function;
        return credentials;
    }

    /// <summary>Whether a call with this key is a function's.</summary>
    public bool IsFunction(string? accessKeyId) => accessKeyId is not null && _functions.ContainsKey(accessKeyId);

    /// <returns><see langword="null"/> unless the key is of a function that exists and has a role that does.</returns>
    public FunctionSession? Find(string? accessKeyId) =>
        accessKeyId is not null
        && _functions.TryGetValue(accessKeyId, out var name)
        && functions.Find(name)?.Settings.Role is { } arn
        && roles.Find(arn[(arn.LastIndexOf('/') + 1)..]) is { } role
            ? new(role, name, $"arn:aws:sts::{options.AccountId}:assumed-role/{role.Name}/{name}")
            : null;
}

/// <summary>A function as a caller.</summary>
/// <param name="Role">What it runs as.</param>
/// <param name="Function">Its name, and the session's.</param>
/// <param name="Arn">ARN of the session.</param>
internal sealed record FunctionSession(Role Role, string Function, string Arn);
