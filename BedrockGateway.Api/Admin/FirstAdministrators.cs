using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Makes administrators of those whom <c>ADMIN_EMAILS</c> names, once a mailbox is proved.</summary>
/// <remarks>
/// Registering proves nothing: where the organisation's domain confirms by itself, anybody may take anybody's address.
/// A code or a password that was mailed proves it, if it went to the address in question: the user's name, which never
/// changes, and not an address that was entered meanwhile. Whoever had the account before loses every session, or a
/// refreshed token of theirs would be an administrator's. See decision 16.
/// </remarks>
internal sealed partial class FirstAdministrators
{
    public const string Setting = "ADMIN_EMAILS";

    private readonly string[] _addresses;
    private readonly IAmazonCognitoIdentityProvider _cognito;
    private readonly PoolUsers _users;
    private readonly AuditLog _audit;
    private readonly string _poolId;
    private readonly ILogger<FirstAdministrators> _log;

    public FirstAdministrators(
        IConfiguration configuration,
        IAmazonCognitoIdentityProvider cognito,
        PoolUsers users,
        AuditLog audit,
        IOptions<ResourcesOptions> options,
        ILogger<FirstAdministrators> log)
    {
        _addresses = (configuration[Setting] ?? "").Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        (_cognito, _users, _audit, _poolId, _log) = (cognito, users, audit, options.Value.UserPoolId, log);
    }

    /// <summary>Whoever has this name has used what was mailed. A failure is logged and fails no request.</summary>
    public async Task WelcomeAsync(HttpContext http, string username)
    {
        if (!Array.Exists(_addresses, address => Same(address, username)))
        {
            return;
        }

        try
        {
            await EnterAsync(http, username);
        }
#pragma warning disable CA1031 // What was asked for is done, and another mailed code does this as well.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogNotEntered(RequestId.Of(http), fault.GetType().Name);
        }
    }

    private static bool Same(string? left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static bool IsProved(PoolUser user, string username) =>
        user.IsEnabled
        && Same(user.Username, username)
        && Same(user.Email, username)
        && user.Attributes.GetValueOrDefault("email_verified") == "true";

    private async Task EnterAsync(HttpContext http, string username)
    {
        if (await _users.FindByNameAsync(username, http.RequestAborted) is not { } user
            || !IsProved(user, username)
            || (await _users.GroupsAsync(user, http.RequestAborted)).Contains(AdminGroup.Name))
        {
            return;
        }

        await _cognito.EndSessionsAsync(_poolId, user.Username, http.RequestAborted);
        await _cognito.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest
            {
                UserPoolId = _poolId, Username = user.Username, GroupName = AdminGroup.Name,
            },
            http.RequestAborted);
        _audit.Write(RequestId.Of(http), Setting, "make-administrator", user.Subject, StatusCodes.Status200OK);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{RequestId}: a first administrator could not be entered in the group: {Fault}")]
    private partial void LogNotEntered(string requestId, string fault);
}
