using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Groups, and what shuts a user out or asks more of them.</content>
internal sealed partial class FakeCognito
{
    public override Task<AdminAddUserToGroupResponse> AdminAddUserToGroupAsync(
        AdminAddUserToGroupRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminAddUserToGroup", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            Find(request.Username).Groups.Add(request.GroupName);
            return new AdminAddUserToGroupResponse();
        }));

    // Pages of one, so that whoever reads the first page only is found out.
    public override Task<AdminListGroupsForUserResponse> AdminListGroupsForUserAsync(
        AdminListGroupsForUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminListGroupsForUser", cancellationToken, () =>
        {
            var (page, next) = Page(Find(request.Username).Groups.Order(StringComparer.Ordinal), request.NextToken);
            return new AdminListGroupsForUserResponse
            {
                Groups = [.. page.Select(name => new GroupType { GroupName = name })],
                NextToken = next,
            };
        }));

    public override Task<ListUsersInGroupResponse> ListUsersInGroupAsync(
        ListUsersInGroupRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ListUsersInGroup", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            var members = Users.Where(user => user.Groups.Contains(request.GroupName));
            var (page, next) = Page(members, request.NextToken);
            return new ListUsersInGroupResponse { Users = [.. page.Select(Shown)], NextToken = next };
        }));

    public override Task<AdminDisableUserResponse> AdminDisableUserAsync(
        AdminDisableUserRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminDisableUser", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            var user = Find(request.Username);
            user.Enabled = false;
            user.Modified = clock.GetUtcNow().UtcDateTime;
            return new AdminDisableUserResponse();
        }));

    public override Task<AdminUserGlobalSignOutResponse> AdminUserGlobalSignOutAsync(
        AdminUserGlobalSignOutRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("AdminUserGlobalSignOut", cancellationToken, () =>
        {
            Assert.Equal(UserPool.PoolId, request.UserPoolId);
            SignOut(Find(request.Username));
            return new AdminUserGlobalSignOutResponse();
        }));

    public override Task<SetUserMFAPreferenceResponse> SetUserMFAPreferenceAsync(
        SetUserMFAPreferenceRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("SetUserMFAPreference", cancellationToken, () =>
        {
            var user = UserOf(request.AccessToken);
            var isOn = request.SoftwareTokenMfaSettings.Enabled == true;
            Assert.Equal(isOn, request.SoftwareTokenMfaSettings.PreferredMfa);
            user.AppCode = !isOn ? null : user.VerifiedCode
                ?? throw Raise(new InvalidParameterException("User has not verified software token mfa"));
            return new SetUserMFAPreferenceResponse();
        }));

    private static (IReadOnlyList<T> Items, string? Next) Page<T>(IEnumerable<T> all, string? token)
    {
        var list = all.ToList();
        var start = int.Parse(token ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return ([.. list.Skip(start).Take(1)], start + 1 < list.Count ? $"{start + 1}" : null);
    }

    private static UserType Shown(FakeUser user) => new()
    {
        Username = user.Email,
        Enabled = user.Enabled,
        UserCreateDate = user.Created,
        UserLastModifiedDate = user.Modified,
        Attributes = [.. user.Attributes.Select(pair => new AttributeType { Name = pair.Key, Value = pair.Value })],
    };
}
