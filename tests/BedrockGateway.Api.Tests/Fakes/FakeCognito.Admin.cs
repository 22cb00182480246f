using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>What administrators do with users.</content>
internal sealed partial class FakeCognito
{
    /// <summary>Filters that were asked for.</summary>
    public List<string?> Filters { get; } = [];

    public override Task<AdminCreateUserResponse> AdminCreateUserAsync(
        AdminCreateUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run($"AdminCreateUser {request.MessageAction}", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            var user = request.MessageAction == MessageActionType.RESEND ? Find(request.Username) : NewUser(request);
            if (request.MessageAction == MessageActionType.RESEND)
            {
                Assert.Equal(["EMAIL"], request.DesiredDeliveryMediums);
                user.Password = "Mailed-1";
                user.MailedCode = user.Password;
            }

            return new AdminCreateUserResponse { User = Shown(user) };
        }));

    public override Task<AdminSetUserMFAPreferenceResponse> AdminSetUserMFAPreferenceAsync(
        AdminSetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminSetUserMFAPreference", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            Assert.Equal(
                (false, false),
                (request.SoftwareTokenMfaSettings.Enabled, request.SoftwareTokenMfaSettings.PreferredMfa));
            Find(request.Username).AppCode = null;
            return new AdminSetUserMFAPreferenceResponse();
        }));

    public override Task<AdminEnableUserResponse> AdminEnableUserAsync(
        AdminEnableUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminEnableUser", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            Find(request.Username).Enabled = true;
            return new AdminEnableUserResponse();
        }));

    public override Task<AdminRemoveUserFromGroupResponse> AdminRemoveUserFromGroupAsync(
        AdminRemoveUserFromGroupRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminRemoveUserFromGroup", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            Find(request.Username).Groups.Remove(request.GroupName);
            return new AdminRemoveUserFromGroupResponse();
        }));

    public override Task<ListUsersResponse> ListUsersAsync(
        ListUsersRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ListUsers", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            Assert.InRange(request.Limit ?? 60, 1, 60);
            Filters.Add(request.Filter);
            var found = Users.OrderBy(user => user.Email, StringComparer.Ordinal).ToList();
            var start = int.Parse(request.PaginationToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            var end = start + Math.Min(request.Limit ?? 60, 2);
            return new ListUsersResponse
            {
                Users = [.. found.Take(end).Skip(start).Select(Shown)],
                PaginationToken = end < found.Count ? $"{end}" : null,
            };
        }));

    private FakeUser NewUser(AdminCreateUserRequest request)
    {
        var user = new FakeUser(
            Guid.NewGuid().ToString(), request.Username, "Unknown-1", clock.GetUtcNow().UtcDateTime)
        {
            MustChangePassword = true,
        };
        lock (_users)
        {
            if (!_users.TryAdd(request.Username, user))
            {
                throw Raise(new UsernameExistsException("User account already exists"));
            }
        }

        foreach (var attribute in request.UserAttributes)
        {
            user.Attributes[attribute.Name] = attribute.Value;
        }

        user.Attributes["sub"] = user.Subject;
        return user;
    }
}
