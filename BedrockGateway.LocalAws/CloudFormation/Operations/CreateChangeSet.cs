using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>
/// <c>CreateChangeSet</c>: checks a template and works out what it would change; a new stack appears in review.
/// </summary>
/// <remarks>
/// The set is complete when the reply leaves, where AWS takes its time. Refuses <c>IMPORT</c>. Ignores what
/// <see cref="CreateStack"/> ignores.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
/// </remarks>
internal sealed class CreateChangeSet(
    StackStore stacks, StackTargetReader targets, StackChanges changes, TimeProvider clock) : ICloudFormationOperation
{
    private const string Empty =
        "The submitted information didn't contain changes. Submit different information to create a change set.";

    public string Name => nameof(CreateChangeSet);

    /// <exception cref="AwsFault"><c>ValidationError</c>, <c>AlreadyExistsException</c>,
    /// <c>InsufficientCapabilitiesException</c>.</exception>
    public XElement Handle(QueryParameters form)
    {
        var stackName = StackNames.ReadNew(form);
        var name = StackNames.Required(form, "ChangeSetName", "changeSetName");
        var (stack, target) = (form["ChangeSetType"] ?? "UPDATE") switch
        {
            "CREATE" => New(form, stackName, name),
            "UPDATE" => Existing(form, stackName),
            var type => throw AwsFault.NotEmulated("cloudformation", $"CreateChangeSet with ChangeSetType {type}"),
        };

        var set = Build(form, stack, target, name);
        stack.Change(state => state.FindChangeSet(name) is null
            ? state.With(set)
            : throw new AwsFault("AlreadyExistsException", $"ChangeSet {name} already exists"));
        return new("CreateChangeSetResult", new XElement("Id", set.Id), new XElement("StackId", stack.Id));
    }

    private (Stack Stack, StackTarget Target) New(QueryParameters form, string stackName, string name)
    {
        void RefuseExisting(Stack stack)
        {
            if (stack.State.Status != "REVIEW_IN_PROGRESS")
            {
                throw ValidationFault.Of(
                    $"Stack [{stack.Name}] already exists and cannot be created again with the changeSet [{name}].");
            }
        }

        var known = stacks.Find(stackName);
        if (known is not null)
        {
            RefuseExisting(known);
        }

        var identity = known?.Identity ?? stacks.NewIdentity(stackName);
        var target = targets.Read(form, identity, previous: null);
        var stack = stacks.GetOrAdd(identity, RefuseExisting);
        if (stack.State.Events.Count == 0)
        {
            stack.Enter("REVIEW_IN_PROGRESS", "User Initiated");
        }

        return (stack, target);
    }

    private (Stack Stack, StackTarget Target) Existing(QueryParameters form, string stackName)
    {
        var stack = stacks.Get(stackName);
        var state = stack.State;
        return state.CanUpdate
            ? (stack, targets.Read(form, stack.Identity, state.Target))
            : throw ValidationFault.Of($"Stack:{stack.Id} is in {state.Status} state and can not be updated.");
    }

    private ChangeSet Build(QueryParameters form, Stack stack, StackTarget target, string name)
    {
        var found = changes.Of(stack, target);
        var isEmpty = stack.State.Target is not null && changes.IsNothing(stack, target, found);
        return new()
        {
            Name = name,
            Id = stacks.NewChangeSetId(name),
            Description = form["Description"],
            Created = clock.GetUtcNow(),
            Target = target,
            Changes = found,
            Status = isEmpty ? "FAILED" : "CREATE_COMPLETE",
            StatusReason = isEmpty ? Empty : null,
            ExecutionStatus = isEmpty ? "UNAVAILABLE" : "AVAILABLE",
            IncludeNestedStacks = form["IncludeNestedStacks"] is "true",
            OnFailure = form["OnStackFailure"] switch
            {
                "DELETE" => FailureAction.Delete,
                "DO_NOTHING" => FailureAction.Nothing,
                _ => FailureAction.Rollback,
            },
        };
    }
}
