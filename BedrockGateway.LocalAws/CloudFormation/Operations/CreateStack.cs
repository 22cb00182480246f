using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>CreateStack</c>: checks the template, then makes the stack in the background.</summary>
/// <remarks>
/// Ignores <c>TimeoutInMinutes</c>, <c>NotificationARNs</c>, <c>RollbackConfiguration</c>, <c>StackPolicyBody</c>,
/// <c>ResourceTypes</c> and
/// <c>DeploymentConfig</c>. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
/// </remarks>
internal sealed class CreateStack(StackStore stacks, StackTargetReader targets, StackCreation creation)
    : ICloudFormationOperation
{
    public string Name => nameof(CreateStack);

    /// <exception cref="AwsFault"><c>AlreadyExistsException</c>, <c>ValidationError</c>,
    /// <c>InsufficientCapabilitiesException</c>.</exception>
    public XElement Handle(QueryParameters form)
    {
        var name = StackNames.ReadNew(form);
        RefuseExisting(stacks.Find(name));

        var identity = stacks.NewIdentity(name);
        var target = targets.Read(form, identity, previous: null);
        var stack = stacks.GetOrAdd(identity, RefuseExisting);
        creation.Start(stack, target, OnFailure(form), state => state.WithObsoleteChangeSets() with
        {
            TerminationProtection = form["EnableTerminationProtection"] is "true",
            ClientRequestToken = form["ClientRequestToken"],
        });
        return new("CreateStackResult", new XElement("StackId", stack.Id));
    }

    /// <summary>A stack that only waits for its first change set may still be created.</summary>
    private static void RefuseExisting(Stack? stack)
    {
        if (stack is not null && stack.State.Status != "REVIEW_IN_PROGRESS")
        {
            throw new AwsFault("AlreadyExistsException", $"Stack [{stack.Name}] already exists");
        }
    }

    private static FailureAction OnFailure(QueryParameters form) => (form["OnFailure"], form["DisableRollback"]) switch
    {
        (not null, not null) => throw ValidationFault.Of("You can only specify one of [OnFailure, DisableRollback]."),
        ("DO_NOTHING", _) or (_, "true") => FailureAction.Nothing,
        ("DELETE", _) => FailureAction.Delete,
        _ => FailureAction.Rollback,
    };
}
