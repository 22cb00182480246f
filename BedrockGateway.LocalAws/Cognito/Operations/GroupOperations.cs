using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>Groups, and who is in them.</summary>
internal static class GroupOperations
{
    public static AwsJsonOperations MapGroup(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var store = provider.GetRequiredService<UserPoolStore>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return operations
            .Map(
                "CreateGroup",
                json.CreateGroupRequest,
                json.CreateGroupResponse,
                request => CreateGroup.Handle(request, store, clock))
            .Map("GetGroup", json.GetGroupRequest, json.GetGroupResponse, request => GetGroup.Handle(request, store))
            .Map(
                "ListGroups",
                json.ListGroupsRequest,
                json.ListGroupsResponse,
                request => ListGroups.Handle(request, store))
            .Map(
                "UpdateGroup",
                json.UpdateGroupRequest,
                json.UpdateGroupResponse,
                request => UpdateGroup.Handle(request, store, clock))
            .Map(
                "DeleteGroup",
                json.DeleteGroupRequest,
                json.EmptyResponse,
                request => DeleteGroup.Handle(request, store))
            .Map(
                "AdminAddUserToGroup",
                json.AdminAddUserToGroupRequest,
                json.EmptyResponse,
                request => AdminAddUserToGroup.Handle(request, store))
            .Map(
                "AdminRemoveUserFromGroup",
                json.AdminRemoveUserFromGroupRequest,
                json.EmptyResponse,
                request => AdminRemoveUserFromGroup.Handle(request, store))
            .Map(
                "AdminListGroupsForUser",
                json.AdminListGroupsForUserRequest,
                json.ListGroupsResponse,
                request => AdminListGroupsForUser.Handle(request, store))
            .Map(
                "ListUsersInGroup",
                json.ListUsersInGroupRequest,
                json.ListUsersInGroupResponse,
                request => ListUsersInGroup.Handle(request, store));
    }
}
